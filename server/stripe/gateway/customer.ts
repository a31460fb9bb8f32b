import { ProblemError } from '../../problem.ts';
import { isStripeCode } from '../errors.ts';
import type { StripeCustomer, StripePrice } from '../types.ts';
import { calling, type Bound } from './bound.ts';

export interface CustomerCalls {
  /** `customer-not-found` for an id that Stripe does not know, and for a deleted customer. */
  retrieve(): Promise<StripeCustomer>;
  /** Makes a payment method the one that invoices are charged to. */
  setDefaultPaymentMethod(paymentMethodId: string, key: string): Promise<void>;
  /** Adds to what the site owner keeps on the customer; keys that are not named stay. */
  setMetadata(metadata: Record<string, string>, key: string): Promise<void>;
  /** Prices that this customer will be on, also those no longer sold. What is gone is left out. */
  findPrices(ids: string[]): Promise<StripePrice[]>;
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

    async findPrices(ids) {
      const expand = ['currency_options'];
      const found = await Promise.all(
        ids.map((id) => unlessMissing(() => stripe.prices.retrieve(id, { expand }))),
      );
      return found.flatMap((price) => price ?? []);
    },

    async setMetadata(metadata, key) {
      await calling('write', () =>
        stripe.customers.update(customerId, { metadata }, { idempotencyKey: key }),
      );
    },
  };
}

async function unlessMissing<T>(run: () => Promise<T>): Promise<T | null> {
  return calling('read', async () => {
    try {
      return await run();
    } catch (error) {
      if (isStripeCode(error, 'resource_missing')) return null;
      throw error;
    }
  });
}
