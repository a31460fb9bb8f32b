import type Stripe from 'stripe';
import { stripeOn } from '../sdk.ts';
import { createStripeSimulator } from '../simulator.ts';
import type { SimulatorOptions, StripeSimulator } from '../simulator.ts';

/** 1 April 2026, noon: April has 30 days, so a day of a monthly price is a thirtieth. */
export const START = Date.UTC(2026, 3, 1, 12) / 1000;
export const DAY = 86_400;
/** As long as an automatic invoice stays a draft. */
export const HOUR = 3600;

/** A simulator, a catalogue of two products, and one customer with a card. */
export async function setStage(token = 'pm_card_visa', options: SimulatorOptions = {}) {
  const simulator = createStripeSimulator({ now: () => START, ...options });
  const stripe = stripeOn(simulator);
  const [small, large] = [await product(stripe, 'Small'), await product(stripe, 'Large')];
  const prices = {
    small: await price(stripe, small, 1000, 'month'),
    large: await price(stripe, large, 3000, 'month'),
    largeYearly: await price(stripe, large, 30_000, 'year'),
    free: await price(stripe, small, 0, 'month'),
  };
  const customer = (await stripe.customers.create({ email: 'a@example.com' })).id;
  await giveCard(stripe, customer, token);
  return { simulator, stripe, products: { small, large }, prices, customer };
}

export async function giveCard(stripe: Stripe, customer: string, token: string): Promise<string> {
  const { id } = await stripe.paymentMethods.attach(token, { customer });
  await stripe.customers.update(customer, { invoice_settings: { default_payment_method: id } });
  return id;
}

/** Half of April is over: 15 of 30 days are left. */
export async function halfWay(quantity = 1) {
  const stage = await setStage();
  const subscription = await stage.stripe.subscriptions.create({
    customer: stage.customer,
    items: [{ price: stage.prices.small, quantity }],
  });
  stage.simulator.advanceTo(START + 15 * DAY);
  return { ...stage, subscription, item: itemOf(subscription) };
}

export const sumLines = (invoice: Stripe.Invoice) => invoice.lines.data.map((line) => line.amount);

/** The id of the only item, which every change has to name. */
export function itemOf(subscription: Stripe.Subscription): string {
  return subscription.items.data[0]?.id ?? '';
}

export async function latestInvoice(stripe: Stripe, id: string): Promise<Stripe.Invoice> {
  const { latest_invoice: invoice } = await stripe.subscriptions.retrieve(id, {
    expand: ['latest_invoice.confirmation_secret'],
  });
  if (invoice === null || typeof invoice === 'string') throw new Error('There is no invoice.');
  return invoice;
}

/** What the card holder answers to the bank. */
export async function answerBank(
  simulator: StripeSimulator,
  secret: string | undefined,
  outcome: 'success' | 'fail',
): Promise<Response> {
  return simulator.fetch(
    new Request('http://stripe.test/_simulator/authentication', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ client_secret: secret, outcome }),
    }),
  );
}

async function product(stripe: Stripe, name: string): Promise<string> {
  return (await stripe.products.create({ name })).id;
}

async function price(
  stripe: Stripe,
  of: string,
  amount: number,
  interval: 'month' | 'year',
): Promise<string> {
  const params = { product: of, currency: 'usd', unit_amount: amount, recurring: { interval } };
  return (await stripe.prices.create(params)).id;
}
