import { ProblemError } from '../../problem.ts';
import type { StripeCustomer } from '../types.ts';
import { calling, type Bound } from './bound.ts';

export interface CustomerCalls {
  retrieve(): Promise<StripeCustomer>;
  /** Makes a payment method the one that invoices are charged to. */
  setDefaultPaymentMethod(paymentMethodId: string, key: string): Promise<void>;
}

export function customerCalls({ stripe, customerId }: Bound): CustomerCalls {
  return {
    async retrieve() {
      const customer = await calling('read', () => stripe.customers.retrieve(customerId));
      if (customer.deleted) throw new ProblemError('customer-not-found');
      return customer;
    },

    async setDefaultPaymentMethod(paymentMethodId, key) {
      const params = { invoice_settings: { default_payment_method: paymentMethodId } };
      await calling('write', () =>
        stripe.customers.update(customerId, params, { idempotencyKey: key }),
      );
    },
  };
}
