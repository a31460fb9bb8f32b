import type { Due, DueSource } from '../core/agenda.ts';
import type { World } from '../core/world.ts';
import { nextBillingAt } from '../subscriptions/renew.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import { testClockOf } from '../test-clocks/members.ts';
import { StripeFault } from '../wire/fault.ts';
import { announce, passOver } from './announce.ts';
import { isTold } from './moment.ts';

const DAY = 86_400;
const TRIAL_NOTICE = 3 * DAY;
const SCHEDULE_NOTICE = 7 * DAY;
const UPCOMING = new Set(['active', 'trialing', 'past_due']);

function subjectOf(world: World, moment: string): string | null {
  return world.store.moments.find(moment)?.object ?? null;
}

/** A trial that ends in three days, and a renewal that comes in as many as the account says. */
export const subscriptionMoments: DueSource = {
  name: 'subscription moment',
  touchedBy: {
    subscriptions: (_world, id) => id,
    subscriptionItems: (world, id) => world.store.subscriptionItems.find(id)?.subscription ?? null,
    moments: subjectOf,
  },
  next(world, id) {
    const subscription = world.store.subscriptions.find(id);
    if (subscription === undefined) return null;
    const [trial, renewal] = [trialEnding(world, subscription), upcoming(world, subscription)];
    if (trial === null || renewal === null) return trial ?? renewal;
    return renewal.at < trial.at ? renewal : trial;
  },
  clockOf: (world, id) => testClockOf(world, world.store.subscriptions.get(id).customer),
};

/** An invoice whose due date has passed. */
export const invoiceMoments: DueSource = {
  name: 'invoice moment',
  touchedBy: { invoices: (_world, id) => id, moments: subjectOf },
  next(world, id) {
    const invoice = world.store.invoices.find(id);
    if (invoice?.status !== 'open' || invoice.dueDate === null) return null;
    const moment = { type: 'invoice.overdue', object: id, occasion: invoice.dueDate };
    return dueUnlessTold(world, moment, invoice.dueDate);
  },
  clockOf: (world, id) => testClockOf(world, world.store.invoices.get(id).customer),
};

/** A schedule that ends in a week. */
export const scheduleMoments: DueSource = {
  name: 'schedule moment',
  touchedBy: { schedules: (_world, id) => id, moments: subjectOf },
  next(world, id) {
    const schedule = world.store.schedules.find(id);
    const end = schedule?.phases.at(-1)?.end;
    if (schedule?.status !== 'active' || end === undefined) return null;
    const moment = { type: 'subscription_schedule.expiring', object: id, occasion: end };
    return dueUnlessTold(world, moment, end - SCHEDULE_NOTICE);
  },
  clockOf: (world, id) => testClockOf(world, world.store.schedules.get(id).customer),
};

function trialEnding(world: World, { id, status, trialEnd }: Subscription): Due | null {
  if (status !== 'trialing' || trialEnd === null) return null;
  const type = 'customer.subscription.trial_will_end';
  return dueUnlessTold(world, { type, object: id, occasion: trialEnd }, trialEnd - TRIAL_NOTICE);
}

/** Only where an invoice will come that is charged by itself. */
function upcoming(world: World, subscription: Subscription): Due | null {
  const { id, status, collectionMethod, cancelAt } = subscription;
  if (!UPCOMING.has(status) || collectionMethod !== 'charge_automatically') return null;
  const renewal = nextBillingAt(world, subscription);
  if (!Number.isFinite(renewal) || (cancelAt !== null && cancelAt <= renewal)) return null;
  const at = renewal - world.account.upcomingDays * DAY;
  return dueUnlessTold(world, { type: 'invoice.upcoming', object: id, occasion: renewal }, at);
}

function dueUnlessTold(
  world: World,
  moment: { type: string; object: string; occasion: number },
  at: number,
): Due | null {
  if (isTold(world, moment.type, moment.object, moment.occasion)) return null;
  return { at, run: () => announceIfAny(world, moment) };
}

/** A renewal that nothing can be said of, because it bills nothing, is left out. */
function announceIfAny(
  world: World,
  moment: { type: string; object: string; occasion: number },
): void {
  try {
    announce(world, moment);
  } catch (error) {
    if (!(error instanceof StripeFault)) throw error;
    passOver(world, moment);
  }
}
