import type { StripePaymentMethod, StripeSetupIntent } from '../types.ts';
import { assertOwned, calling, readOwned, writing, type Bound } from './bound.ts';

export interface PaymentMethodCalls {
  list(): Promise<StripePaymentMethod[]>;
  retrieve(id: string): Promise<StripePaymentMethod>;
  /** For good: Stripe does not attach it again. */
  detach(paymentMethod: StripePaymentMethod, key: string): Promise<void>;
  /** For saving a method while the customer is here, to charge it later when they are not. */
  createSetupIntent(key: string): Promise<StripeSetupIntent>;
  retrieveSetupIntent(id: string): Promise<StripeSetupIntent>;
}

export function paymentMethodCalls(bound: Bound): PaymentMethodCalls {
  const { stripe, customerId } = bound;
  return {
    async list() {
      const page = await calling('read', () =>
        stripe.customers.listPaymentMethods(customerId, { limit: 100 }),
      );
      return page.data.map((one) => assertOwned(bound, one));
    },

    retrieve: (id) =>
      readOwned(bound, id, {
        kind: 'paymentMethod',
        code: 'payment-method-not-found',
        read: () => stripe.paymentMethods.retrieve(id),
      }),

    async detach(paymentMethod, key) {
      const { id } = assertOwned(bound, paymentMethod);
      await writing(bound, () => stripe.paymentMethods.detach(id, {}, { idempotencyKey: key }));
    },

    createSetupIntent: (key) =>
      writing(bound, () =>
        stripe.setupIntents.create(
          {
            customer: customerId,
            usage: 'off_session',
            automatic_payment_methods: { enabled: true },
          },
          { idempotencyKey: key },
        ),
      ),

    retrieveSetupIntent: (id) =>
      readOwned(bound, id, {
        kind: 'setupIntent',
        code: 'not-found',
        read: () => stripe.setupIntents.retrieve(id),
      }),
  };
}
