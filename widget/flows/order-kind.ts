import type { ChangeResult, PreviewedRequest } from '../../contract/api.ts';
import type { Preview, Subscription } from '../../contract/billing.ts';
import type { BillingChange } from '../events.ts';

export interface OrderChoice {
  priceId?: string;
  quantity?: number;
  promotionCode?: string;
}

/** What sets changing a plan apart from subscribing again. */
export interface OrderKind {
  readonly subscription: Subscription;
  readonly chooseTitle: string;
  readonly reviewTitle: string;
  /** The button that leads to the review. */
  readonly reviewLabel: string;
  /** The button where nothing is charged and it starts at once. */
  readonly startLabel: string;
  readonly doneText: string;
  readonly takesCode: boolean;
  /** The choice is made already; the review comes first. */
  readonly startsWithReview: boolean;
  /** From a review that came first, another plan can be chosen. */
  readonly canChoose: boolean;
  /** Whether the plan of the subscription may be taken as it is, or with another quantity only, or not. */
  readonly canTakeCurrent: 'yes' | 'other-quantity' | 'no';
  preview(choice: OrderChoice): Promise<Preview>;
  commit(body: PreviewedRequest, intent: string): Promise<ChangeResult>;
  /** Drops what the bank did not confirm, so that nothing stays open that nobody owes. */
  takeBack(intent: string): Promise<unknown>;
  /** Asks the page. */
  allows(choice: OrderChoice): boolean;
  /** Whether the overview shows that the bank's confirmation has come through. */
  isDone(subscription: Subscription | undefined, choice: OrderChoice): boolean;
  change(subscription: Subscription, isScheduled: boolean): BillingChange;
}
