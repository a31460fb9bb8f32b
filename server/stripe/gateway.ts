import type { Stripe } from 'stripe';
import { customerCalls, type CustomerCalls } from './gateway/customer.ts';
import type { Permit } from './gateway/bound.ts';
import { invoiceCalls, type InvoiceCalls } from './gateway/invoices.ts';
import { offerCalls, type OfferCalls } from './gateway/offers.ts';
import { paymentMethodCalls, type PaymentMethodCalls } from './gateway/payment-methods.ts';
import { scheduleCalls, type ScheduleCalls } from './gateway/schedules.ts';
import { subscriptionCalls, type SubscriptionCalls } from './gateway/subscriptions.ts';
import { isId } from './ids.ts';

/** All that may be done on Stripe for one customer. No method takes a customer: it has its own. */
export interface CustomerGateway {
  customerId: string;
  customer: CustomerCalls;
  subscriptions: SubscriptionCalls;
  schedules: ScheduleCalls;
  invoices: InvoiceCalls;
  paymentMethods: PaymentMethodCalls;
  offers: OfferCalls;
}

/** The only door to a customer's objects. Throws on an id that is no customer id. */
export function forCustomer(stripe: Stripe, customerId: string, permit: Permit): CustomerGateway {
  if (!isId('customer', customerId)) throw new Error('forCustomer needs a customer id.');
  const bound = { stripe, customerId, ...permit };
  return {
    customerId,
    customer: customerCalls(bound),
    subscriptions: subscriptionCalls(bound),
    schedules: scheduleCalls(bound),
    invoices: invoiceCalls(bound),
    paymentMethods: paymentMethodCalls(bound),
    offers: offerCalls(bound),
  };
}
