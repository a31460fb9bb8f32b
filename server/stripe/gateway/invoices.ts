import type { Stripe } from 'stripe';
import type { StripeInvoice, StripeSubscription } from '../types.ts';
import { isStripeCode } from '../errors.ts';
import { assertOwned, calling, readOwned, writing, type Bound } from './bound.ts';

export type PreviewParams = Omit<
  Stripe.InvoiceCreatePreviewParams,
  'customer' | 'subscription' | 'expand'
>;

export interface InvoiceCalls {
  /** Newest first; `cursor` is the id of the last one seen. */
  list(page: InvoicePage): Promise<{ data: StripeInvoice[]; hasMore: boolean }>;
  retrieve(id: string): Promise<StripeInvoice>;
  /** With its payments and the secret by which a browser may confirm them. */
  retrieveWithPayments(id: string): Promise<StripeInvoice>;
  /** `off_session` false: the customer is here and can be asked by the bank. */
  pay(invoice: StripeInvoice, paymentMethodId: string | null, key: string): Promise<StripeInvoice>;
  void(invoice: StripeInvoice, key: string): Promise<void>;
  /** The customer's next invoice, of whatever subscription; null where none is due. */
  previewNext(): Promise<StripeInvoice | null>;
  /** A subscription's next invoice, or what a change would make; null where none is due. */
  preview(subscription: StripeSubscription, params?: PreviewParams): Promise<StripeInvoice | null>;
  /** What a new subscription would make. */
  previewNew(params: PreviewParams): Promise<StripeInvoice>;
}

interface InvoicePage {
  limit: number;
  subscriptionId?: string | undefined;
  cursor?: string | undefined;
}

const PAYMENTS = ['payments.data.payment.payment_intent', 'confirmation_secret'];

export function invoiceCalls(bound: Bound): InvoiceCalls {
  const { stripe, customerId } = bound;
  const invoices = stripe.invoices;
  const read = (id: string, expand: string[]): Promise<StripeInvoice> =>
    readOwned(bound, id, {
      kind: 'invoice',
      code: 'invoice-not-found',
      read: () => invoices.retrieve(id, { expand }),
    });
  return {
    async list({ limit, subscriptionId, cursor }) {
      // Stripe itself would tell an unknown subscription from another customer's.
      if (subscriptionId !== undefined) await assertOwnSubscription(bound, subscriptionId);
      if (cursor !== undefined) await read(cursor, []);
      const page = await calling('read', () =>
        invoices.list({
          customer: customerId,
          limit,
          ...(subscriptionId !== undefined && { subscription: subscriptionId }),
          ...(cursor !== undefined && { starting_after: cursor }),
        }),
      );
      return { data: page.data.map((one) => assertOwned(bound, one)), hasMore: page.has_more };
    },

    retrieve: (id) => read(id, []),
    retrieveWithPayments: (id) => read(id, PAYMENTS),

    async pay(invoice, paymentMethodId, key) {
      const { id } = assertOwned(bound, invoice);
      const params = {
        off_session: false,
        ...(paymentMethodId !== null && { payment_method: paymentMethodId }),
      };
      return writing(bound, () => invoices.pay(id, params, { idempotencyKey: key }));
    },

    async void(invoice, key) {
      const { id } = assertOwned(bound, invoice);
      await writing(bound, () => invoices.voidInvoice(id, {}, { idempotencyKey: key }));
    },

    previewNext: () => orNone(() => invoices.createPreview({ customer: customerId })),

    async preview(subscription, params = {}) {
      const { id } = assertOwned(bound, subscription);
      return orNone(() =>
        invoices.createPreview({ ...params, customer: customerId, subscription: id }),
      );
    },

    previewNew: (params) =>
      calling('read', () => invoices.createPreview({ ...params, customer: customerId })),
  };
}

async function assertOwnSubscription(bound: Bound, id: string): Promise<void> {
  await readOwned(bound, id, {
    kind: 'subscription',
    code: 'subscription-not-found',
    read: () => bound.stripe.subscriptions.retrieve(id),
  });
}

async function orNone(run: () => Promise<StripeInvoice>): Promise<StripeInvoice | null> {
  return calling('read', async () => {
    try {
      return await run();
    } catch (error) {
      if (isStripeCode(error, 'invoice_upcoming_none')) return null;
      throw error;
    }
  });
}
