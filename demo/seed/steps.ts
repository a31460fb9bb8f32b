import type Stripe from 'stripe';
import type { StripeSimulator } from '../stripe/simulator.ts';

/** Saves a test card and makes it the one that is charged. */
export async function saveCard(stripe: Stripe, customer: string, token: string): Promise<string> {
  const method = await stripe.paymentMethods.attach(token, { customer });
  await stripe.customers.update(customer, {
    invoice_settings: { default_payment_method: method.id },
  });
  return method.id;
}

export async function subscribe(
  stripe: Stripe,
  customer: string,
  items: Stripe.SubscriptionCreateParams.Item[],
  rest: Partial<Stripe.SubscriptionCreateParams> = {},
): Promise<Stripe.Subscription> {
  return stripe.subscriptions.create({ customer, items, ...rest });
}

/** The card holder says yes to the bank's question about the latest invoice. */
export async function passChallenge(
  stripe: Stripe,
  simulator: StripeSimulator,
  subscription: string,
): Promise<void> {
  const { latest_invoice: invoice } = await stripe.subscriptions.retrieve(subscription, {
    expand: ['latest_invoice.confirmation_secret'],
  });
  if (invoice === null || typeof invoice === 'string') throw new Error('There is no invoice.');
  const answer = await simulator.fetch(
    new Request('http://stripe.test/_simulator/authentication', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        client_secret: invoice.confirmation_secret?.client_secret,
        outcome: 'success',
      }),
    }),
  );
  if (!answer.ok) throw new Error(`The challenge was not taken: ${await answer.text()}`);
}

/** Another price from the next period on, with the mark by which the portal knows its own. */
export async function scheduleChange(
  stripe: Stripe,
  subscription: string,
  price: string,
): Promise<void> {
  const schedule = await stripe.subscriptionSchedules.create({ from_subscription: subscription });
  const [current] = schedule.phases;
  if (current === undefined) throw new Error('The schedule has no phase.');
  await stripe.subscriptionSchedules.update(schedule.id, {
    end_behavior: 'release',
    metadata: { portico: 'scheduled-change' },
    phases: [
      {
        start_date: current.start_date,
        end_date: current.end_date,
        items: current.items.map((item) => ({
          price: typeof item.price === 'string' ? item.price : item.price.id,
          quantity: item.quantity ?? 1,
        })),
        proration_behavior: 'none',
      },
      {
        items: [{ price, quantity: 1 }],
        proration_behavior: 'none',
        duration: { interval: 'month', interval_count: 1 },
      },
    ],
  });
}
