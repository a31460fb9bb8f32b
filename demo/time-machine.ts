import { stepFrom } from './stripe/money/period.ts';
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
  nextRenewalOf(customerId: string): number | null;
  /**
   * Does everything that falls due on the way, and resolves when its news have been brought. A jump
   * to a renewal that never comes is none.
   */
  jump(to: Jump, customerId: string): Promise<void>;
}

/**
 * Stripe leaves a renewal's invoice a draft for about an hour before it is collected.
 * @see https://docs.stripe.com/billing/invoices/subscription#sub-invoice-lifecycle
 */
const COLLECTED_AFTER_SECONDS = 3600 + 60;

export function createTimeMachine(simulator: StripeSimulator): TimeMachine {
  const now = (): number => simulator.now();

  function destination(to: Jump, customer: string): number {
    if (to === 'day') return now() + 86_400;
    if (to === 'month') return stepFrom(now(), { interval: 'month', intervalCount: 1 }, 1);
    const renewal = simulator.nextRenewalOf(customer);
    return renewal === null ? now() : renewal + COLLECTED_AFTER_SECONDS;
  }

  return {
    now,
    nextRenewalOf: (customer) => simulator.nextRenewalOf(customer),
    async jump(to, customer) {
      simulator.advanceTo(destination(to, customer));
      await simulator.settled();
    },
  };
}
