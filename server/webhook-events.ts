/** Events that make the same thing untrue. */
export interface EventGroup {
  /** What is then shown as it was: completes "the portal shows …". */
  shows: string;
  /** Of what all customers are shown, the catalogue is kept besides. */
  isCatalogue?: boolean;
  events: readonly string[];
}

/** By what is no longer so after them. */
export const WEBHOOK_EVENT_GROUPS = [
  {
    shows: 'the customer’s old name and email, and signs in by the old email',
    events: ['customer.created', 'customer.updated', 'customer.deleted'],
  },
  {
    shows: 'a discount that is over, or not one that has begun',
    events: ['customer.discount.created', 'customer.discount.updated', 'customer.discount.deleted'],
  },
  {
    shows: 'a subscription as it was: its plan, its end, whether it is paid',
    events: [
      'customer.subscription.created',
      'customer.subscription.updated',
      'customer.subscription.deleted',
      'customer.subscription.paused',
      'customer.subscription.resumed',
      'customer.subscription.pending_update_applied',
      'customer.subscription.pending_update_expired',
    ],
  },
  {
    shows: 'the next amount with the tax of before',
    events: ['customer.tax_id.created', 'customer.tax_id.updated', 'customer.tax_id.deleted'],
  },
  {
    shows: 'a planned change that is gone, or not one that is planned',
    events: [
      'subscription_schedule.created',
      'subscription_schedule.updated',
      'subscription_schedule.released',
      'subscription_schedule.canceled',
      'subscription_schedule.completed',
      'subscription_schedule.aborted',
    ],
  },
  {
    shows: 'an invoice as it was, like one to pay that is paid, and the old next amount',
    events: [
      'invoice.created',
      'invoice.updated',
      'invoice.deleted',
      'invoice.finalized',
      'invoice.finalization_failed',
      'invoice.paid',
      'invoice.payment_failed',
      'invoice.payment_action_required',
      'invoice.voided',
      'invoice.marked_uncollectible',
      'invoice.overdue',
      'credit_note.created',
      'credit_note.updated',
      'credit_note.voided',
      'invoiceitem.created',
      'invoiceitem.deleted',
      'charge.refunded',
    ],
  },
  {
    shows: 'a payment method that is gone or has expired, or not one that was added',
    events: [
      'payment_method.attached',
      'payment_method.updated',
      'payment_method.automatically_updated',
      'payment_method.detached',
      'setup_intent.succeeded',
    ],
  },
  {
    shows: 'plans by the old name and at the old price (a change is refused, not charged wrongly)',
    isCatalogue: true,
    events: [
      'product.created',
      'product.updated',
      'product.deleted',
      'price.created',
      'price.updated',
      'price.deleted',
    ],
  },
  {
    shows: 'a discount by its old name, or one that is withdrawn',
    events: ['coupon.updated', 'coupon.deleted', 'promotion_code.updated'],
  },
] as const satisfies readonly EventGroup[];

/**
 * The events that make something untrue of what a portal shows: what to choose for its webhook
 * endpoint, and what `portico doctor` asks for. More do no harm.
 */
export const WEBHOOK_EVENTS = WEBHOOK_EVENT_GROUPS.flatMap(({ events }) => [...events]);
