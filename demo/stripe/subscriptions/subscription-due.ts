import type { Due, DueSource } from '../core/agenda.ts';
import type { World } from '../core/world.ts';
import { dropDiscounts } from '../discounts/redeem.ts';
import { nextPhaseAt } from '../schedules/enter-phase.ts';
import { endSchedule } from '../schedules/release.ts';
import { testClockOf } from '../test-clocks/members.ts';
import { beginPeriod } from './begin-period.ts';
import { endOnTime } from './end-on-time.ts';
import { expireIncomplete } from './expire-incomplete.ts';
import { dropPendingUpdate } from './pending-update.ts';
import { nextBillingAt } from './renew.ts';
import { dropResumption } from './settle-resume.ts';
import { itemsOf } from './subscription-item.ts';
import type { Subscription } from './subscription.ts';

const INCOMPLETE_SECONDS = 23 * 3600;
const RENEWING = new Set(['active', 'trialing', 'past_due', 'unpaid']);

/** What time does to a subscription. */
export const subscriptionDue: DueSource = {
  name: 'subscription',
  touchedBy: {
    subscriptions: (_world, id) => id,
    subscriptionItems: (world, id) => world.store.subscriptionItems.find(id)?.subscription ?? null,
    schedules: (world, id) => world.store.schedules.find(id)?.subscription ?? null,
  },
  next(world, id) {
    const subscription = world.store.subscriptions.find(id);
    if (subscription === undefined) return null;
    return earliest(stepsOf(world, subscription));
  },
  clockOf: (world, id) => testClockOf(world, world.store.subscriptions.get(id).customer),
};

/** The first of those at the same second wins: a schedule's step and an end come before a renewal. */
function earliest(steps: Due[]): Due | null {
  let first: Due | null = null;
  for (const step of steps) {
    if (first === null || step.at < first.at) first = step;
  }
  return first;
}

function stepsOf(world: World, subscription: Subscription): Due[] {
  const { id, status, created } = subscription;
  const steps: Due[] = [...discountSteps(world, subscription)];
  if (status === 'incomplete') {
    return [...steps, { at: created + INCOMPLETE_SECONDS, run: () => expireIncomplete(world, id) }];
  }
  const { resumption } = subscription;
  if (status === 'paused' && resumption !== null && resumption.expiresAt !== null) {
    return [...steps, { at: resumption.expiresAt, run: () => dropResumption(world, id) }];
  }
  if (!RENEWING.has(status)) return steps;
  const { pendingUpdate, cancelAt, pauseCollection } = subscription;
  if (pendingUpdate !== null) {
    steps.push({ at: pendingUpdate.expiresAt, run: () => dropPendingUpdate(world, id) });
  }
  steps.push(...phaseSteps(world, subscription));
  if (pauseCollection !== null && pauseCollection.resumesAt !== null) {
    const run = () => void world.store.subscriptions.update(id, { pauseCollection: null });
    steps.push({ at: pauseCollection.resumesAt, run });
  }
  if (cancelAt !== null) steps.push({ at: cancelAt, run: () => endOnTime(world, id) });
  steps.push({ at: nextBillingAt(world, subscription), run: () => beginPeriod(world, id) });
  return steps;
}

/** A repeating coupon is taken off when its months are over. */
function discountSteps(world: World, { id, discounts }: Subscription): Due[] {
  const items = itemsOf(world, id).flatMap((item) => item.discounts);
  return [...discounts, ...items].flatMap((discount) => {
    const end = world.store.discounts.find(discount)?.end ?? null;
    return end === null ? [] : [{ at: end, run: () => dropDiscounts(world, id, [discount]) }];
  });
}

function phaseSteps(world: World, { id, schedule: of }: Subscription): Due[] {
  const schedule = world.store.schedules.find(of);
  if (schedule?.status !== 'active') return [];
  const hasNext = schedule.phases[schedule.entered + 1] !== undefined;
  const run = () => (hasNext ? beginPeriod(world, id) : endSchedule(world, schedule.id));
  return [{ at: nextPhaseAt(schedule), run }];
}
