import type Stripe from 'stripe';
import { stripeOn } from '../stripe/sdk.ts';
import type { StripeSimulator } from '../stripe/simulator.ts';
import { createCatalogue } from './catalogue.ts';
import type { Catalogue } from './catalogue.ts';
import { PEOPLE } from './people.ts';
import type { PersonKey } from './people.ts';
import { createPromotions } from './promotions.ts';
import { tellStories } from './stories.ts';
import { Timeline } from './timeline.ts';

export interface SeededCustomer {
  key: string;
  name: string;
  email: string;
  customerId: string;
  /** What is special about this one, in a sentence. */
  story: string;
}

export interface Seed {
  customers: SeededCustomer[];
  catalogue: Catalogue;
}

/**
 * Fills an empty simulator with the customers of Lumen Notes. Everything is done through the API
 * and the clock, from 16 months ago on, so that invoices and credits are real; time ends up at
 * `presentAt` (by default where it was).
 */
export async function seedDemo(
  simulator: StripeSimulator,
  presentAt: number = simulator.now(),
): Promise<Seed> {
  const timeline = new Timeline(simulator, presentAt);
  const stripe = stripeOn(simulator);
  simulator.advanceTo(timeline.ago({ months: 16 }));
  const catalogue = await createCatalogue(stripe);
  const customers = await createPeople(stripe);
  await createPromotions(stripe, {
    catalogue,
    now: simulator.now(),
    loyalCustomer: customers.monthly,
  });
  tellStories({ timeline, stripe, simulator, catalogue, customers });
  await timeline.live();
  simulator.forgetRequests();
  return {
    catalogue,
    customers: PEOPLE.map((person) => ({ ...person, customerId: customers[person.key] })),
  };
}

async function createPeople(stripe: Stripe): Promise<Record<PersonKey, string>> {
  const ids: Partial<Record<PersonKey, string>> = {};
  for (const { key, name, email } of PEOPLE) {
    ids[key] = (await stripe.customers.create({ name, email, metadata: { story: key } })).id;
  }
  return ids as Record<PersonKey, string>;
}
