import { collect } from '../payments/collect.ts';
import { releaseSchedule } from '../schedules/release.ts';
import { nextPhaseAt } from '../schedules/enter-phase.ts';
import { issueFor } from '../subscriptions/bill.ts';
import { cancelSubscription } from '../subscriptions/cancel.ts';
import { collectRenewal, expireIncomplete, retryInvoice } from '../subscriptions/dunning.ts';
import { dropPendingUpdate } from '../subscriptions/pending-update.ts';
import { enterNextPeriod, finalRequest, nextBillingAt } from '../subscriptions/renew.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import type { World } from './world.ts';

interface Due {
  at: number;
  run: () => void;
}

const INCOMPLETE_SECONDS = 23 * 3600;
const RENEWING = new Set(['active', 'trialing', 'past_due', 'unpaid']);

/** Does everything that falls due up to `until`, in order of time, each at its own second. */
export function runDue(world: World, until: number): void {
  for (let due = firstDue(world); due.at <= until; due = firstDue(world)) {
    world.clock.freeze(due.at);
    due.run();
    world.store.commit();
  }
  world.clock.thaw();
}

function firstDue(world: World): Due {
  let first: Due = { at: Infinity, run: () => undefined };
  const offer = (at: number | null, run: () => void) => {
    if (at !== null && at < first.at) first = { at, run };
  };
  for (const subscription of world.store.subscriptions.all()) offerFor(world, subscription, offer);
  for (const invoice of world.store.invoices.all()) {
    if (invoice.status === 'open')
      offer(invoice.nextPaymentAttempt, () => retryInvoice(world, invoice.id));
  }
  return first;
}

/** Earlier offers win at the same second: an end comes before a renewal. */
function offerFor(
  world: World,
  subscription: Subscription,
  offer: (at: number | null, run: () => void) => void,
): void {
  const { id, status } = subscription;
  if (status === 'incomplete') {
    offer(subscription.created + INCOMPLETE_SECONDS, () => expireIncomplete(world, id));
  }
  if (!RENEWING.has(status)) return;
  const { pendingUpdate } = subscription;
  if (pendingUpdate !== null) offer(pendingUpdate.expiresAt, () => dropPendingUpdate(world, id));
  offer(subscription.cancelAt, () => endOnTime(world, id));
  const schedule = world.store.schedules.find(subscription.schedule);
  if (schedule?.status === 'active') {
    const hasNext = schedule.phases[schedule.entered + 1] !== undefined;
    offer(nextPhaseAt(schedule), () =>
      hasNext ? renew(world, id) : releaseSchedule(world, schedule.id, 'end'),
    );
  }
  offer(nextBillingAt(world, subscription), () => renew(world, id));
}

/** A period end bills what is waiting; an end within a period credits what is left of it. */
function endOnTime(world: World, id: string): void {
  const subscription = world.store.subscriptions.get(id);
  const isPeriodEnd = nextBillingAt(world, subscription) <= world.clock.now();
  const request = isPeriodEnd ? finalRequest(world, subscription) : null;
  if (request !== null) {
    const invoice = issueFor(world, request);
    collect(world, invoice.id, { isOffSession: true });
  }
  cancelSubscription(world, id, { invoiceNow: false, prorate: !isPeriodEnd });
}

function renew(world: World, id: string): void {
  const wasTrial = world.store.subscriptions.get(id).status === 'trialing';
  const request = enterNextPeriod(world, id);
  if (request === null) return;
  collectRenewal(world, request, wasTrial);
}
