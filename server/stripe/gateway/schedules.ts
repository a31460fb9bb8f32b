import type { Stripe } from 'stripe';
import type { StripeSchedule, StripeSubscription } from '../types.ts';
import { assertOwned, writing, type Bound } from './bound.ts';

export type SchedulePhase = Stripe.SubscriptionScheduleUpdateParams.Phase;

export interface ScheduleCalls {
  /** A schedule whose first phase is the subscription as it is. Nothing else may be sent with it. */
  createFrom(subscription: StripeSubscription, key: string): Promise<StripeSchedule>;
  update(
    schedule: StripeSchedule,
    params: Omit<Stripe.SubscriptionScheduleUpdateParams, 'expand'>,
    key: string,
  ): Promise<void>;
  /**
   * Takes the schedule off and leaves the subscription as it is now. Never `cancel`, which ends the
   * live subscription at once.
   */
  release(schedule: StripeSchedule, key: string): Promise<void>;
}

export function scheduleCalls(bound: Bound): ScheduleCalls {
  const schedules = bound.stripe.subscriptionSchedules;
  return {
    async createFrom(subscription, key) {
      const { id } = assertOwned(bound, subscription);
      const params = { from_subscription: id };
      return writing(bound, () => schedules.create(params, { idempotencyKey: key }));
    },

    async update(schedule, params, key) {
      const { id } = assertOwned(bound, schedule);
      await writing(bound, () => schedules.update(id, params, { idempotencyKey: key }));
    },

    async release(schedule, key) {
      const { id } = assertOwned(bound, schedule);
      await writing(bound, () => schedules.release(id, {}, { idempotencyKey: key }));
    },
  };
}
