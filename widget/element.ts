import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { PortalController } from './portal-controller.ts';
import type { PortalHost } from './portal-host.ts';
import { theme } from './theme.ts';
import { testModeBadge, whole } from './views/whole.ts';
import type { MessageOverrides } from './wording.ts';

/**
 * The customer's whole Stripe billing inside your own page.
 *
 * @summary Plans, payment methods and invoices of one customer, signed for by your backend.
 * @slot header - Shown above everything.
 * @slot footer - Shown below everything.
 * @slot empty - Shown in place of "No subscription yet".
 * @slot payment - Used by the element itself, for Stripe's form.
 * @event billing-ready - The first overview is on the screen.
 * @event billing-view - Another view is shown; `detail.view`.
 * @event billing-change - Something was changed; `detail.type` and ids.
 * @event billing-error - Something failed; `detail.code`, `detail.requestId`.
 * @event billing-auth-required - The session has ended; set a fresh `hash`.
 * @event billing-before-plan-change - Cancelable: before a plan is changed.
 * @event billing-before-cancel - Cancelable: before a subscription is canceled.
 * @event billing-before-resubscribe - Cancelable: before a subscription is started again.
 * @event billing-before-pay - Cancelable: before an invoice is paid.
 */
export class BillingPortal extends LitElement implements PortalHost {
  static override styles = theme;

  static override properties = {
    api: {},
    customerId: { attribute: 'customer-id' },
    email: {},
    hash: {},
    portal: {},
    subscriptionId: { attribute: 'subscription-id' },
    locale: {},
    theme: { reflect: true },
    messages: { attribute: false },
  };

  /** Where the Portico server is: `https://billing.example.com`. */
  declare api: string | null;
  /** `cus_…`; either this or `email`. */
  declare customerId: string | null;
  declare email: string | null;
  /** Made by your backend over the customer id or email. */
  declare hash: string | null;
  /** Which portal, where the server has several. */
  declare portal: string | null;
  /** Show this one subscription only. */
  declare subscriptionId: string | null;
  /** A BCP 47 tag; without it the page's language, then the browser's. */
  declare locale: string | null;
  /** `auto` is the page's own colours; `system` follows the customer's device. */
  declare theme: 'auto' | 'light' | 'dark' | 'system' | null;
  /** Own words per language. Text, never HTML. */
  declare messages: MessageOverrides;

  readonly #portal: PortalController;

  constructor() {
    super();
    this.api = null;
    this.customerId = null;
    this.email = null;
    this.hash = null;
    this.portal = null;
    this.subscriptionId = null;
    this.locale = null;
    this.theme = null;
    this.messages = {};
    this.#portal = new PortalController(this);
  }

  /** Reads everything anew; resolves when it is on the screen. */
  async refresh(): Promise<void> {
    if (this.#portal.state.kind === 'ready') await this.#portal.refresh();
    else await this.#portal.start();
    await this.updateComplete;
  }

  /** Moves the focus to the heading of what is shown. */
  override focus(): void {
    this.#portal.updateAndFocus({ orHome: true });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const isFresh = changed.has('hash') && this.#portal.state.kind !== 'ready';
    if (isFresh || IDENTITY.some((name) => changed.has(name))) void this.#portal.start();
    else if (changed.has('locale') || changed.has('messages')) void this.#portal.chooseWords();
  }

  readonly #touched = (): void => this.#portal.touched();

  protected override render(): TemplateResult {
    const { state, words, spoken } = this.#portal;
    const isTest = state.kind === 'ready' && state.settings.testMode;
    return html`<div
      class="portal"
      part="portal"
      role="region"
      aria-label=${words.t('label.portal')}
      lang=${words.locale}
      dir=${words.direction}
      aria-busy=${state.kind === 'loading' ? 'true' : 'false'}
      @pointerdown=${this.#touched}
      @keydown=${this.#touched}
    >
      <slot name="header"></slot>
      ${isTest ? testModeBadge(this.#portal) : nothing}
      ${whole(this.#portal, state, () => void this.#retry())}
      <slot name="footer"></slot>
      <p class="hidden" role="status">${spoken.status}</p>
      <p class="hidden" role="alert">${spoken.alert}</p>
    </div>`;
  }

  /** The customer asked for it, so the focus follows. */
  readonly #retry = async (): Promise<void> => {
    await this.#portal.start();
    this.focus();
  };
}

/** Another one of these is another portal; a fresh hash alone is not, it is used when it is needed. */
const IDENTITY = ['api', 'customerId', 'email', 'portal', 'subscriptionId'] as const;

declare global {
  interface HTMLElementTagNameMap {
    'billing-portal': BillingPortal;
  }
}
