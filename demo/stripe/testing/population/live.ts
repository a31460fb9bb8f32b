import type Stripe from 'stripe';
import type { StripeSimulator } from '../../simulator.ts';
import type { Act, Life } from './life.ts';
import { act } from './live-act.ts';
import { Shop } from './live-shop.ts';

/** One life on the simulator: what it is called there. */
export interface Person {
  life: Life;
  customer: string;
  subscription: string;
  /** Ids of its items by key. */
  items: Map<string, string>;
  refusals: string[];
}

export interface Scene {
  stripe: Stripe;
  simulator: StripeSimulator;
  shop: Shop;
}

/** Lives all lives at once, on one simulator, each step at its second, through the official SDK. */
export async function live(
  scene: Omit<Scene, 'shop'>,
  lives: Life[],
  until: number,
): Promise<Person[]> {
  const shop = new Shop(scene.stripe);
  const people = new Map<Life, Person>();
  const steps = lives
    .flatMap((life) => [{ at: life.start, life, step: null }, ...stepsOf(life)])
    .toSorted((left, right) => left.at - right.at);
  for (const { at, life, step } of steps) {
    scene.simulator.advanceTo(at);
    const person = people.get(life);
    if (step === null) people.set(life, await arrive({ ...scene, shop }, life));
    else if (person !== undefined) await attempt({ ...scene, shop }, person, step);
  }
  scene.simulator.advanceTo(until);
  return lives.flatMap((life) => people.get(life) ?? []);
}

function stepsOf(life: Life): { at: number; life: Life; step: Act }[] {
  return life.acts.map((step) => ({ at: step.at, life, step }));
}

async function attempt(scene: Scene, person: Person, step: Act): Promise<void> {
  try {
    await act(scene, person, step);
  } catch (error) {
    person.refusals.push(`${step.do} was refused: ${String(error)}`);
  }
}

async function arrive({ stripe, shop }: Scene, life: Life): Promise<Person> {
  const customer = (await stripe.customers.create({ name: life.name })).id;
  if (life.balance !== 0) {
    const { balance: amount, currency } = life;
    await stripe.customers.createBalanceTransaction(customer, { amount, currency });
  }
  await shop.giveCard(customer, life.card);
  const subscription = await stripe.subscriptions.create({
    customer,
    currency: life.currency,
    billing_mode: { type: life.mode },
    items: await Promise.all(life.items.map((item) => shop.newItem(item))),
    discounts: await shop.discounts(life.coupons),
    default_tax_rates: await shop.taxRates(life.taxes),
    ...(life.anchor === null ? {} : anchored(life.anchor)),
    ...(life.trial === null ? {} : onTrial(life.trial)),
  });
  const ids = new Map<string, string>();
  for (const item of life.items) {
    const price = await shop.price(item.price);
    const match = subscription.items.data.find((row) => row.price.id === price);
    ids.set(item.key, match?.id ?? '');
  }
  return { life, customer, subscription: subscription.id, items: ids, refusals: [] };
}

function anchored({ at, isBilled }: NonNullable<Life['anchor']>) {
  const behavior = isBilled ? ('create_prorations' as const) : ('none' as const);
  return { billing_cycle_anchor: at, proration_behavior: behavior };
}

function onTrial({ days, without }: NonNullable<Life['trial']>) {
  return {
    trial_period_days: days,
    trial_settings: { end_behavior: { missing_payment_method: without } },
  };
}
