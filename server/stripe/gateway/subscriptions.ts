import type { Stripe } from 'stripe';
import { assertOwned, calling, readOwned, writing, type Bound } from './bound.ts';
import type { StripeSubscription } from '../types.ts';

export type SubscriptionUpdate = Omit<Stripe.SubscriptionUpdateParams, 'expand'>;
export type SubscriptionCreate = Omit<Stripe.SubscriptionCreateParams, 'expand' | 'customer'>;

export interface SubscriptionCalls {
  /** All of them, ended ones too, newest first; at most 100. */
  list(): Promise<StripeSubscription[]>;
  retrieve(id: string): Promise<StripeSubscription>;
  /** The subscription must have come from `retrieve` or `list`. */
  update(
    subscription: StripeSubscription,
    params: SubscriptionUpdate,
    key: string,
  ): Promise<StripeSubscription>;
  create(params: SubscriptionCreate, key: string): Promise<StripeSubscription>;
  /** Ends it now, for good. A DELETE: Stripe takes no idempotency key for it, and needs none. */
  cancelNow(subscription: StripeSubscription): Promise<StripeSubscription>;
}

/** Four levels at most, `data` counted: so the product of a price cannot be among them. */
const EXPAND = [
  'discounts.source.coupon',
  'discounts.promotion_code',
  'schedule',
  'latest_invoice',
];

export function subscriptionCalls(bound: Bound): SubscriptionCalls {
  const { stripe, customerId } = bound;
  const subscriptions = stripe.subscriptions;
  return {
    async list() {
      const expand = EXPAND.map((path) => `data.${path}`);
      const page = await calling('read', () =>
        subscriptions.list({ customer: customerId, status: 'all', limit: 100, expand }),
      );
      return page.data.map((subscription) => assertOwned(bound, subscription));
    },

    retrieve: (id) =>
      readOwned(bound, id, {
        kind: 'subscription',
        code: 'subscription-not-found',
        read: () => subscriptions.retrieve(id, { expand: EXPAND }),
      }),

    async update(subscription, params, key) {
      const { id } = assertOwned(bound, subscription);
      return writing(bound, () =>
        subscriptions.update(id, { ...params, expand: EXPAND }, { idempotencyKey: key }),
      );
    },

    async create(params, key) {
      return writing(bound, () =>
        subscriptions.create(
          { ...params, customer: customerId, expand: EXPAND },
          { idempotencyKey: key },
        ),
      );
    },

    async cancelNow(subscription) {
      const { id } = assertOwned(bound, subscription);
      return writing(bound, () => subscriptions.cancel(id));
    },
  };
}
