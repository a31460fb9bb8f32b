import { stepFrom } from './stripe/money/period.ts';
import { stripeOn } from './stripe/sdk.ts';
import type { StripeSimulator } from './stripe/simulator.ts';

/** How far the demo's visitor can go. */
export const JUMPS = ['day', 'month', 'renewal'] as const;
export type Jump = (typeof JUMPS)[number];

/** Moves the whole demo forward: the shop, the portal and the simulator share one clock. */
export interface TimeMachine {
  /** Unix seconds. */
  now(): number;
  /**
   * When the customer's next subscription period ends; null without one.
   * A period that ends by cancellation counts too: there is something to see.
   */
  nextRenewalOf(customerId: string): Promise<number | null>;
  /** Does everything that falls due on the way. A jump to a renewal that never comes is none. */
  jump(to: Jump, customerId: string): Promise<void>;
}

/**
 * Stripe leaves a renewal's invoice a draft for about an hour before it is collected.
 * @see https://docs.stripe.com/billing/invoices/subscription#sub-invoice-lifecycle
 */
const COLLECTED_AFTER_SECONDS = 3600 + 60;
const RUNNING = new Set(['active', 'trialing', 'past_due', 'unpaid']);

export function createTimeMachine(simulator: StripeSimulator): TimeMachine {
  const stripe = stripeOn(simulator);
  const now = (): number => simulator.now();

  async function nextRenewalOf(customer: string): Promise<number | null> {
    const { data } = await stripe.subscriptions.list({ customer, limit: 100 });
    const ends = data
      .filter(({ status }) => RUNNING.has(status))
      .flatMap(({ items }) => items.data.map((item) => item.current_period_end));
    return ends.length === 0 ? null : Math.min(...ends);
  }

  async function destination(to: Jump, customer: string): Promise<number> {
    if (to === 'day') return now() + 86_400;
    if (to === 'month') return stepFrom(now(), { interval: 'month', intervalCount: 1 }, 1);
    const renewal = await nextRenewalOf(customer);
    return renewal === null ? now() : renewal + COLLECTED_AFTER_SECONDS;
  }

  return {
    now,
    nextRenewalOf,
    jump: async (to, customer) => simulator.advanceTo(await destination(to, customer)),
  };
}
