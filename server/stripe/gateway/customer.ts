import { ProblemError } from '../../problem.ts';
import type { StripeCustomer } from '../types.ts';
import { calling, unlessMissing, type Bound } from './bound.ts';

export interface CustomerCalls {
  /** `customer-not-found` for an id that Stripe does not know, and for a deleted customer. */
  retrieve(): Promise<StripeCustomer>;
  /** Makes a payment method the one that invoices are charged to. */
  setDefaultPaymentMethod(paymentMethodId: string, key: string): Promise<void>;
  /** Adds to what the site owner keeps on the customer; keys that are not named stay. */
  setMetadata(metadata: Record<string, string>, key: string): Promise<void>;
}

export function customerCalls({ stripe, customerId }: Bound): CustomerCalls {
  return {
    async retrieve() {
      const customer = await unlessMissing(() => stripe.customers.retrieve(customerId));
      if (!customer || customer.deleted) throw new ProblemError('customer-not-found');
      return customer;
    },

    async setDefaultPaymentMethod(paymentMethodId, key) {
      const params = { invoice_settings: { default_payment_method: paymentMethodId } };
      await calling('write', () =>
        stripe.customers.update(customerId, params, { idempotencyKey: key }),
      );
    },

    async setMetadata(metadata, key) {
      await calling('write', () =>
        stripe.customers.update(customerId, { metadata }, { idempotencyKey: key }),
      );
    },
  };
}
