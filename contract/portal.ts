/**
 * What a site owner may switch on and off, and its defaults. The server's file schema and the
 * widget's types both come from here.
 */
export const FEATURE_DEFAULTS = {
  /** Offer another plan on a running subscription. */
  changePlan: true,
  /** Let the customer choose how many units. */
  quantity: true,
  cancel: true,
  /** Ask (optionally) why, when cancelling. */
  askReason: true,
  /** Offer a new subscription after the old one has ended. */
  resubscribe: true,
  /** Offer other plans than the old one when resubscribing. */
  changePlanOnResubscribe: true,
  /** Take promotion codes on a running subscription. */
  coupon: true,
  /** Take promotion codes when resubscribing. */
  couponOnResubscribe: true,
  /** Let the customer add, choose and remove payment methods. */
  paymentMethod: true,
  /** List every invoice of the customer, not only those of subscriptions. */
  allInvoices: true,
} as const satisfies Record<string, boolean>;

export type Feature = keyof typeof FEATURE_DEFAULTS;
export type Features = Record<Feature, boolean>;

/** When something takes effect: at once, or when the paid period ends. */
export type Effective = 'now' | 'period-end';

/** Stripe's eight reasons, in Stripe's words. */
export const CANCEL_REASONS = [
  'too_expensive',
  'missing_features',
  'switched_service',
  'unused',
  'customer_service',
  'too_complex',
  'low_quality',
  'other',
] as const;
export type CancelReason = (typeof CANCEL_REASONS)[number];

/** The public part of a portal's settings: what the widget needs to draw itself. */
export interface PortalSettings {
  features: Features;
  cancelEffective: Effective;
  /** A BCP 47 tag, or null: follow the page, then the browser. */
  locale: string | null;
  /** Own words per locale and message key: `{ en: { 'cancel.title': 'Leave us' } }`. Text, never HTML. */
  texts: Record<string, Record<string, string>>;
  /** True where Stripe's test mode is in use; the widget then says so. */
  testMode: boolean;
}
