import type Stripe from 'stripe';
import type { StripeSimulator } from '../simulator.ts';
import { answerBank } from '../testing/stage.ts';
import { CATALOGUE } from './catalogue.ts';
import { CLOCKS } from './clocks.ts';
import { CREDIT_NOTES } from './credit-notes.ts';
import { CUSTOMER } from './customer.ts';
import { FAREWELL } from './farewell.ts';
import { INVOICES } from './invoices.ts';
import { PAYMENTS } from './payments.ts';
import { PLANS } from './plans.ts';
import { PROMOTIONS } from './promotions.ts';
import { SCHEDULES } from './schedules.ts';
import { DAY, newCast } from './story.ts';
import type { Step, Story } from './story.ts';
import { SUBSCRIPTIONS } from './subscriptions.ts';

/** One story through every resource; each step stands on those before it. */
export const CHAPTERS: [string, Step[]][] = [
  ['a catalogue', CATALOGUE],
  ['promotions', PROMOTIONS],
  ['a customer', CUSTOMER],
  ['a subscription', SUBSCRIPTIONS],
  ['its changes', PLANS],
  ['a schedule', SCHEDULES],
  ['payments', PAYMENTS],
  ['invoices', INVOICES],
  ['credit notes', CREDIT_NOTES],
  ['a clock', CLOCKS],
  ['a farewell', FAREWELL],
];

/** The story begins in the morning of a last of January. */
export const OPENING = Date.UTC(2027, 0, 31, 9) / 1000;

/** Time and the bank are the simulator's; everything else goes through the package. */
export function storyOn(simulator: StripeSimulator): Omit<Story, 'stripe'> {
  return {
    ...newCast(),
    now: () => simulator.now(),
    pass: (days) => simulator.advanceTo(Math.round(simulator.now() + days * DAY)),
    async confirm(clientSecret) {
      await answerBank(simulator, clientSecret ?? undefined, 'success');
    },
  };
}

/** The whole story at once, for those who want to listen. */
export async function tellStory(stripe: Stripe, simulator: StripeSimulator): Promise<void> {
  const story = { ...storyOn(simulator), stripe };
  for (const [, steps] of CHAPTERS) {
    for (const [, run] of steps) await run(story);
  }
}
