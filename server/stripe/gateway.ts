import type { Stripe } from 'stripe';
import { calling } from './gateway/bound.ts';
import { customerCalls, type CustomerCalls } from './gateway/customer.ts';
import { invoiceCalls, type InvoiceCalls } from './gateway/invoices.ts';
import { paymentMethodCalls, type PaymentMethodCalls } from './gateway/payment-methods.ts';
import { scheduleCalls, type ScheduleCalls } from './gateway/schedules.ts';
import { subscriptionCalls, type SubscriptionCalls } from './gateway/subscriptions.ts';
import { isId } from './ids.ts';
import type { StripeCoupon, StripeProduct, StripePromotionCode } from './types.ts';

/** All that may be done on Stripe for one customer. No method takes a customer: it has its own. */
export interface CustomerGateway {
  customerId: string;
  customer: CustomerCalls;
  subscriptions: SubscriptionCalls;
  schedules: ScheduleCalls;
  invoices: InvoiceCalls;
  paymentMethods: PaymentMethodCalls;
  /** Codes with this text that this customer may use, their own before everybody's. */
  findPromotionCodes(code: string): Promise<StripePromotionCode[]>;
  /** With the list of products that it is good for. */
  retrieveCoupon(id: string): Promise<StripeCoupon>;
  findProducts(ids: string[]): Promise<StripeProduct[]>;
}

/** The only door to a customer's objects. Throws on an id that is no customer id. */
export function forCustomer(stripe: Stripe, customerId: string): CustomerGateway {
  if (!isId('customer', customerId)) throw new Error('forCustomer needs a customer id.');
  const bound = { stripe, customerId };
  return {
    customerId,
    customer: customerCalls(bound),
    subscriptions: subscriptionCalls(bound),
    schedules: scheduleCalls(bound),
    invoices: invoiceCalls(bound),
    paymentMethods: paymentMethodCalls(bound),

    async findPromotionCodes(code) {
      const expand = ['data.promotion.coupon'];
      const page = await calling('read', () =>
        stripe.promotionCodes.list({ code, active: true, limit: 100, expand }),
      );
      const ofCustomer = (one: StripePromotionCode): string | null =>
        typeof one.customer === 'string' ? one.customer : (one.customer?.id ?? null);
      return [
        ...page.data.filter((one) => ofCustomer(one) === customerId),
        ...page.data.filter((one) => ofCustomer(one) === null),
      ];
    },

    retrieveCoupon: (id) =>
      calling('read', () => stripe.coupons.retrieve(id, { expand: ['applies_to'] })),

    async findProducts(ids) {
      const page = await calling('read', () => stripe.products.list({ ids, limit: 100 }));
      return page.data;
    },
  };
}
