/**
 * A customer's billing as the browser sees it. Amounts are integers in the currency's minor unit
 * as Stripe stores them (see money.ts), always beside a `currency` (lower case). Times are Unix seconds.
 */
import type { Effective } from './portal.ts';

export type SubscriptionStatus =
  | 'incomplete'
  | 'incomplete_expired'
  | 'trialing'
  | 'active'
  | 'past_due'
  | 'canceled'
  | 'unpaid'
  | 'paused';

export type Interval = 'day' | 'week' | 'month' | 'year';

/** What the customer may do with one subscription now. The server computes it, and checks it again. */
export type SubscriptionAction =
  | 'change-plan'
  | 'change-quantity'
  | 'undo-scheduled-change'
  | 'cancel'
  | 'keep'
  | 'resubscribe'
  | 'apply-promotion-code'
  | 'pay-invoice';

export interface Overview {
  customer: Customer;
  /** Live ones first, then the newest. */
  subscriptions: Subscription[];
  paymentMethods: PaymentMethod[];
  invoices: Page<Invoice>;
}

export interface Customer {
  id: string;
  name: string | null;
  email: string | null;
  /** BCP 47 tags that Stripe has for this customer, best first. */
  preferredLocales: string[];
  /** Money kept for the customer: negative is credit, positive is owed. Null: never had any. */
  balance: Amount | null;
}

export interface Amount {
  amount: number;
  currency: string;
}

export interface Page<Item> {
  data: Item[];
  /** Pass it as `cursor` to read on; null at the end. */
  nextCursor: string | null;
}

export interface Subscription {
  id: string;
  status: SubscriptionStatus;
  items: SubscriptionItem[];
  currency: string;
  currentPeriodEndAt: number | null;
  /** When it will end, if a cancellation is scheduled. */
  cancelAt: number | null;
  /** Whether cancelling would end it at once or when the paid period ends, as this portal is set. */
  cancelEffective: Effective;
  /** The moment of that end; null where there is nothing to cancel. */
  cancelEffectiveAt: number | null;
  canceledAt: number | null;
  /** When it ended; null while it lives. */
  endedAt: number | null;
  trialEndAt: number | null;
  pause: Pause | null;
  scheduledChange: ScheduledChange | null;
  discounts: Discount[];
  /** What will be charged next; null where nothing will be. */
  nextInvoice: NextInvoice | null;
  /** The oldest unpaid invoice; null where none is. */
  openInvoice: OpenInvoice | null;
  /** The payment method that will be charged: its own, or the customer's default. */
  paymentMethodId: string | null;
  allowedActions: SubscriptionAction[];
}

export interface SubscriptionItem extends PriceTerms {
  id: string;
  quantity: number;
}

/** What a price asks for, in words that both a running item and an offered plan need. */
export interface PriceTerms {
  planName: string;
  productId: string;
  priceId: string;
  /** "seat", if the product has one. */
  unitLabel: string | null;
  /** For one unit and one interval; null for tiered and metered prices. */
  unitAmount: number | null;
  currency: string;
  interval: Interval;
  intervalCount: number;
}

export interface Pause {
  /** Null: until somebody resumes it. */
  resumesAt: number | null;
}

export interface ScheduledChange {
  effectiveAt: number;
  items: Omit<SubscriptionItem, 'id'>[];
}

export interface Discount {
  id: string;
  name: string;
  /** The promotion code that the customer typed; null if it came in another way. */
  code: string | null;
  percentOff: number | null;
  amountOff: Amount | null;
  duration: 'once' | 'repeating' | 'forever';
  endAt: number | null;
}

export interface NextInvoice {
  amountDue: number;
  currency: string;
  dueAt: number;
}

export interface OpenInvoice {
  id: string;
  amountDue: number;
  currency: string;
  createdAt: number;
  /** True after a charge was tried and failed. */
  isAttempted: boolean;
  /** When Stripe will try again by itself; null if it will not. */
  nextAttemptAt: number | null;
}

export interface Plan {
  productId: string;
  name: string;
  description: string | null;
  features: string[];
  prices: PlanPrice[];
}

export interface PlanPrice extends PriceTerms {
  /** The plan that the subscription has now. */
  isCurrent: boolean;
  quantity: QuantityRule | null;
}

/** Null where the price has no quantity to choose. */
export interface QuantityRule {
  minimum: number;
  maximum: number;
}

/** What a change would do, to the cent; nothing has happened yet. */
export interface Preview {
  currency: string;
  /** Charged at once when the change is made: never negative. */
  dueNow: number;
  lines: PreviewLine[];
  /** The first ordinary charge after the change; null where there will be none. */
  next: { amount: number; date: number } | null;
  effective: Effective;
  /** When it takes effect; for `now`, the moment of the preview. */
  effectiveAt: number;
  /** What is left over for later invoices, if the change makes a credit. Positive. */
  creditLeft: number;
  discounts: Discount[];
  /** Hand it back to do exactly this. */
  previewToken: string;
  previewExpiresAt: number;
}

export interface PreviewLine {
  kind: 'charge' | 'credit' | 'discount' | 'tax' | 'balance';
  planName: string | null;
  quantity: number | null;
  /** Negative for what is taken off. */
  amount: number;
  periodStartAt: number | null;
  periodEndAt: number | null;
  isProration: boolean;
}

export type InvoiceStatus = 'open' | 'paid' | 'uncollectible' | 'void';

export interface Invoice {
  id: string;
  /** The number on the document; null until Stripe has given one. */
  number: string | null;
  status: InvoiceStatus;
  createdAt: number;
  /** What the invoice is for, in the site owner's words: the plans on it. */
  description: string | null;
  total: number;
  amountDue: number;
  currency: string;
  subscriptionId: string | null;
  canPay: boolean;
}

export interface InvoiceLinks {
  hostedUrl: string | null;
  pdfUrl: string | null;
}

export interface PaymentMethod {
  id: string;
  /** Stripe's type: `card`, `sepa_debit`, `us_bank_account`, `link`, … */
  type: string;
  /** "visa", or a bank's name; null where there is none. */
  brand: string | null;
  last4: string | null;
  expiryMonth: number | null;
  expiryYear: number | null;
  isDefault: boolean;
  isExpired: boolean;
  /** False for the one that a running subscription still needs. */
  canRemove: boolean;
}
