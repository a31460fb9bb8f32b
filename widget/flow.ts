import type { TemplateResult } from 'lit';
import type { Invoice, Overview, Page, Subscription } from '../contract/billing.ts';
import type { PortalSettings } from '../contract/portal.ts';
import type { ApiClient } from './api-client.ts';
import type { Failure } from './failure.ts';
import type { FocusTarget } from './focus-keeper.ts';
import type { Format } from './format.ts';
import type { FirstKey, Translator } from './i18n/messages.ts';

/** Where on the overview a flow is drawn; `page` takes the overview's place. */
export type Place =
  | 'page'
  | 'methods'
  | 'invoices'
  | `subscription:${string}`
  | `method:${string}`
  | `invoice:${string}`;

/** What the customer can start from the overview. */
export type FlowRequest = { [Name in FlowName]: { name: Name } & FlowArguments[Name] }[FlowName];

export type RequestFor<Name extends FlowName> = Extract<FlowRequest, { name: Name }>;

interface FlowArguments {
  'change-plan': OfSubscription;
  cancel: OfSubscription;
  resubscribe: OfSubscription;
  'promotion-code': OfSubscription;
  keep: OfSubscription;
  'undo-change': OfSubscription;
  'add-payment-method': {
    place: Place;
    /** Stripe has led the customer back to the page: all that is left is to tell our server. */
    setupIntentId?: string;
  };
  'remove-payment-method': OfPaymentMethod;
  'make-default': OfPaymentMethod;
  'pay-invoice': { place: Place; invoice: PayableInvoice };
  'load-invoices': { place: 'invoices' };
  'open-invoice': {
    invoiceId: string;
    document: 'hosted' | 'pdf';
    /** Opened by the click; null where the browser held it back. */
    tab: Window | null;
  };
}

interface OfSubscription {
  subscriptionId: string;
}

interface OfPaymentMethod {
  paymentMethodId: string;
}

export interface PayableInvoice {
  id: string;
  amountDue: number;
  currency: string;
  createdAt: number;
  subscriptionId: string | null;
}

export type FlowName = keyof FlowArguments;
export type ViewName = 'overview' | FlowName;

/** One thing that the customer is doing: its own state, actions and view, in a lazy chunk. */
export interface Flow {
  readonly place: Place;
  /** While true nothing else may be started. */
  readonly isBusy: boolean;
  render(): TemplateResult;
  /** The element is in the page again; whatever sits outside of the shadow root is gone. */
  connected?(): void;
  /** The flow is over, or the element has left the page. */
  disconnected?(): void;
}

/** What the overview and its parts see of the portal. */
export interface PortalScreen {
  readonly words: Translator<FirstKey>;
  readonly format: Format;
  readonly settings: PortalSettings;
  readonly overview: Overview;
  /** The flow that is open, if it belongs at this place. */
  flowAt(place: Place): Flow | null;
  isStarting(request: FlowRequest): boolean;
  open(request: FlowRequest): void;
}

/** What flows see: they have all words, and can change something. */
export interface Portal extends PortalScreen {
  readonly element: HTMLElement;
  readonly words: Translator;
  readonly api: ApiClient;
  /**
   * Back to the overview, and back to the button that the flow was started with.
   * @param done What was achieved, if anything; shown on the overview and read out.
   */
  close(done?: string): void;
  /** Draws anew. */
  update(): void;
  /** Draws anew, then moves the focus: without a target, to the innermost
   * heading or field of what is drawn. */
  updateAndFocus(target?: FocusTarget): void;
  /** Takes one subscription as the server answered it. */
  adopt(subscription: Subscription): void;
  /** Reads the overview anew, without a skeleton. False where that failed. */
  refresh(): Promise<boolean>;
  /** Reads the next page of invoices and puts it below the others. Rejects where that fails. */
  loadInvoices(): Promise<Page<Invoice>>;
  /** For screen readers: `status` waits its turn, `alert` does not. */
  say(kind: 'status' | 'alert', text: string): void;
  /** What to show of an error; tells the page too. Null where the session has ended: nothing to show here. */
  fail(error: unknown): Failure | null;
}

/** Names the button that starts a flow, so that the focus can come back to it. */
export function triggerKey(request: FlowRequest): string {
  if ('subscriptionId' in request) return `${request.name}:${request.subscriptionId}`;
  if ('paymentMethodId' in request) return `${request.name}:${request.paymentMethodId}`;
  if ('invoiceId' in request) return `${request.document}:${request.invoiceId}`;
  return `${request.name}@${request.place}`;
}
