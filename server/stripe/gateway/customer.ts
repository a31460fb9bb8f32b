import { ProblemError } from '../../problem.ts';
import type { StripeCustomer } from '../types.ts';
import { unlessMissing, writing, type Bound } from './bound.ts';

export interface CustomerCalls {
  /** `customer-not-found` for an id that Stripe does not know, and for a deleted customer. */
  retrieve(): Promise<StripeCustomer>;
  /** Makes a payment method the one that invoices are charged to. */
  setDefaultPaymentMethod(paymentMethodId: string, key: string): Promise<void>;
  /** Adds to what the site owner keeps on the customer; keys that are not named stay. */
  setMetadata(metadata: Record<string, string>, key: string): Promise<void>;
}

export function customerCalls(bound: Bound): CustomerCalls {
  const { stripe, customerId } = bound;
  return {
    async retrieve() {
      const customer = await unlessMissing(() => stripe.customers.retrieve(customerId));
      if (!customer || customer.deleted) throw new ProblemError('customer-not-found');
      return customer;
    },

    async setDefaultPaymentMethod(paymentMethodId, key) {
      const params = { invoice_settings: { default_payment_method: paymentMethodId } };
      await writing(bound, () =>
        stripe.customers.update(customerId, params, { idempotencyKey: key }),
      );
    },

    async setMetadata(metadata, key) {
      await writing(bound, () =>
        stripe.customers.update(customerId, { metadata }, { idempotencyKey: key }),
      );
    },
  };
}
