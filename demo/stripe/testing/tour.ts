import type Stripe from 'stripe';
import type { StripeSimulator } from '../simulator.ts';
import { meetCustomer, openShop } from './tour-shop.ts';
import type { Shop } from './tour-shop.ts';

const DAY = 86_400;

/**
 * Calls every operation that the simulator has, in the order of a customer's life, and returns the
 * last state of what it made. Tests look at the result; it can also be run through a proxy.
 */
export async function takeTour(stripe: Stripe, simulator: StripeSimulator) {
  const shop = await openShop(stripe);
  const customer = await meetCustomer(stripe);
  const subscription = await subscribeAndChange(stripe, simulator, { shop, customer });
  await visitPayments(stripe, customer);
  await visitSchedules(stripe, simulator, { shop, subscription });
  await visitInvoices(stripe, { customer, subscription });
  const ended = await sayGoodbye(stripe, { customer, subscription });
  return { shop, customer, subscription, ended };
}

async function subscribeAndChange(
  stripe: Stripe,
  simulator: StripeSimulator,
  { shop, customer }: { shop: Shop; customer: string },
): Promise<string> {
  await stripe.invoices.createPreview({
    customer,
    subscription_details: { items: [{ price: shop.basicMonthly.id }] },
  });
  const created = await stripe.subscriptions.create({
    customer,
    items: [{ price: shop.basicMonthly.id, quantity: 2, tax_rates: [shop.tax.id] }],
    discounts: [{ promotion_code: shop.code.id }],
    expand: [
      'latest_invoice.confirmation_secret',
      'latest_invoice.payments',
      'pending_setup_intent',
    ],
  });
  const { id } = created;
  simulator.advanceTo(simulator.now() + 10 * DAY);
  const [item] = created.items.data;
  const change = {
    items: [{ id: item?.id ?? '', price: shop.plusMonthly.id, quantity: 2 }],
    proration_behavior: 'always_invoice' as const,
    proration_date: simulator.now(),
  };
  await stripe.invoices.createPreview({ subscription: id, subscription_details: change });
  await stripe.subscriptions.update(id, { ...change, payment_behavior: 'pending_if_incomplete' });
  await stripe.invoices.createPreview({ subscription: id, preview_mode: 'recurring' });
  await stripe.invoices.createPreview({ customer });
  await stripe.invoices.createPreview({
    subscription: id,
    subscription_details: { cancel_now: true },
  });
  await stripe.subscriptions.update(id, {
    items: [{ price: shop.tiered.id, quantity: 7 }],
    proration_behavior: 'create_prorations',
  });
  await stripe.subscriptions.list({
    customer,
    status: 'all',
    expand: [
      'data.default_payment_method',
      'data.discounts.source.coupon',
      'data.discounts.promotion_code',
      'data.latest_invoice.confirmation_secret',
    ],
  });
  await stripe.subscriptions.retrieve(id, { expand: ['items.data.price.product'] });
  await stripe.subscriptionItems.list({ subscription: id });
  await stripe.subscriptionItems.retrieve(item?.id ?? '');
  await stripe.subscriptions.update(id, { cancel_at_period_end: true });
  await stripe.subscriptions.update(id, { cancel_at_period_end: false });
  await stripe.subscriptions.deleteDiscount(id);
  simulator.advanceTo(simulator.now() + 40 * DAY);
  return id;
}

async function visitPayments(stripe: Stripe, customer: string): Promise<void> {
  const setup = await stripe.setupIntents.create({ customer, usage: 'off_session' });
  await stripe.setupIntents.confirm(setup.id, { payment_method: 'pm_card_mastercard' });
  await stripe.setupIntents.retrieve(setup.id, { expand: ['payment_method'] });
  const second = await stripe.setupIntents.create({
    customer,
    automatic_payment_methods: { enabled: true },
    confirm: true,
    payment_method: 'pm_card_authenticationRequired',
    return_url: 'https://example.com',
  });
  await stripe.setupIntents.cancel(second.id);
  await stripe.setupIntents.list({ customer });
  const made = await stripe.paymentMethods.create({
    type: 'card',
    card: { number: '4242424242424242', exp_month: 4, exp_year: 2035, cvc: '123' },
  });
  await stripe.paymentMethods.attach(made.id, { customer });
  await stripe.paymentMethods.update(made.id, { card: { exp_year: 2036 } });
  await stripe.paymentMethods.list({ customer, type: 'card' });
  await stripe.customers.listPaymentMethods(customer, { limit: 1 });
  await stripe.paymentMethods.retrieve(made.id);
  await stripe.paymentMethods.detach(made.id);
}

async function visitSchedules(
  stripe: Stripe,
  simulator: StripeSimulator,
  { shop, subscription }: { shop: Shop; subscription: string },
): Promise<void> {
  const schedule = await stripe.subscriptionSchedules.create({ from_subscription: subscription });
  const [now] = schedule.phases;
  await stripe.subscriptionSchedules.update(schedule.id, {
    end_behavior: 'release',
    phases: [
      {
        start_date: now?.start_date ?? 0,
        end_date: now?.end_date ?? 0,
        items: (now?.items ?? []).map(({ price, quantity }) => ({
          price: typeof price === 'string' ? price : price.id,
          quantity: quantity ?? 1,
        })),
      },
      {
        items: [{ price: shop.plusYearly.id }],
        proration_behavior: 'none',
        duration: { interval: 'year', interval_count: 1 },
      },
    ],
  });
  await stripe.invoices.createPreview({ subscription });
  await stripe.subscriptionSchedules.retrieve(schedule.id, { expand: ['subscription'] });
  await stripe.subscriptionSchedules.list({ limit: 5 });
  simulator.advanceTo((now?.end_date ?? 0) + DAY);
  await stripe.subscriptionSchedules.release(schedule.id);
}

async function visitInvoices(
  stripe: Stripe,
  { customer, subscription }: { customer: string; subscription: string },
): Promise<void> {
  await stripe.invoiceItems.create({ customer, amount: 700, currency: 'usd', description: 'Help' });
  await stripe.invoiceItems.list({ customer, pending: true });
  const list = await stripe.invoices.list({ customer, limit: 2, expand: ['data.discounts'] });
  await stripe.invoices.list({ subscription, status: 'paid' });
  const id = list.data[0]?.id ?? '';
  const invoice = await stripe.invoices.retrieve(id, {
    expand: ['payments', 'confirmation_secret', 'lines.data.pricing.price_details'].slice(0, 2),
  });
  await stripe.invoices.listLineItems(id, { limit: 1 });
  await stripe.invoicePayments.list({ invoice: id });
  const intent = invoice.payments?.data[0]?.payment.payment_intent;
  if (typeof intent === 'string') await stripe.paymentIntents.retrieve(intent);
}

async function sayGoodbye(
  stripe: Stripe,
  { customer, subscription }: { customer: string; subscription: string },
): Promise<Stripe.Subscription> {
  const ended = await stripe.subscriptions.cancel(subscription, {
    invoice_now: true,
    prorate: true,
    cancellation_details: { feedback: 'unused', comment: 'Thank you' },
  });
  await stripe.coupons.del('THREE');
  await stripe.customers.del(customer);
  await stripe.customers.retrieve(customer);
  return ended;
}
