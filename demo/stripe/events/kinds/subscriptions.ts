import type { Change } from '../../core/table.ts';
import type { World } from '../../core/world.ts';
import { formatSchedule } from '../../schedules/format-schedule.ts';
import type { Schedule } from '../../schedules/schedule.ts';
import { formatSubscription } from '../../subscriptions/subscription.ts';
import type { Subscription } from '../../subscriptions/subscription.ts';
import { formatSubscriptionItem } from '../../subscriptions/subscription-item.ts';
import type { TableName } from '../../core/store.ts';
import { kind, lifeOf, stretches } from '../kind.ts';
import type { Kind, Turn } from '../kind.ts';

export const subscriptionKinds: Kind[] = [
  kind('subscriptions', {
    show: formatSubscription,
    name: nameSubscription,
    isComposed: true,
    moments: startAndEnd,
    touches: discountsThatLeft,
  }),
  // Items have no events of their own: their subscription has changed.
  kind('subscriptionItems', {
    show: formatSubscriptionItem,
    name: () => [],
    touches: (change) => [
      ['subscriptions', (change.after ?? change.before)?.subscription ?? null],
      ...discountsThatLeft(change),
    ],
  }),
  kind('schedules', { show: formatSchedule, name: nameSchedule }),
];

function nameSubscription(turn: Turn<Subscription>): string[] {
  const { before, after, isChanged, world } = turn;
  if (before === undefined || after === undefined) return lifeOf('customer.subscription')(turn);
  if (after.status === 'canceled' && before.status !== 'canceled') {
    return ['customer.subscription.deleted'];
  }
  const types = isChanged ? ['customer.subscription.updated'] : [];
  if (after.status === 'paused' && before.status !== 'paused') {
    types.push('customer.subscription.paused');
  }
  if (before.status === 'paused' && after.status !== 'paused') {
    types.push('customer.subscription.resumed');
  }
  if (hasEndedTrialEarly(before, after)) types.push('customer.subscription.trial_will_end');
  const { pendingUpdate } = before;
  if (pendingUpdate === null || after.pendingUpdate !== null) return types;
  const isPaid = world.store.invoices.find(pendingUpdate.invoice)?.status === 'paid';
  if (isPaid) types.push('customer.subscription.pending_update_applied');
  else if (pendingUpdate.expiresAt <= world.clock.now()) {
    types.push('customer.subscription.pending_update_expired');
  }
  return types;
}

/** Whoever waits for this news before a trial ends gets it even where it ends at once. */
function hasEndedTrialEarly(before: Subscription, after: Subscription): boolean {
  const isOver = before.status === 'trialing' && after.status !== 'trialing';
  return isOver && before.trialEnd !== after.trialEnd;
}

/**
 * A new subscription is `incomplete` until its first payment succeeds, be it in the same request:
 * its creation tells of that state, and an update of the next. Without a payment to wait for it is
 * at once what it is.
 */
function startAndEnd(change: Change<Subscription>, world: World): (Subscription | undefined)[] {
  const { before, after } = change;
  if (before !== undefined) return [after];
  const isCharged = after?.collectionMethod === 'charge_automatically';
  const amount = world.store.invoices.find(after?.latestInvoice)?.amountDue ?? 0;
  const hadToPay = isCharged && after.status === 'active' && amount > 0;
  return hadToPay ? stretches(change, ({ status }) => status) : [after];
}

function discountsThatLeft(change: Change<{ id: string; created: number; discounts: string[] }>) {
  const kept = change.after?.discounts ?? [];
  const known = [change.before, ...change.versions].flatMap((row) => row?.discounts ?? []);
  return [...new Set(known)]
    .filter((id) => !kept.includes(id))
    .map((id): [TableName, string] => ['discounts', id]);
}

function nameSchedule(turn: Turn<Schedule>): string[] {
  const { before, after, world } = turn;
  const types = lifeOf('subscription_schedule')(turn);
  if (after === undefined || before?.status === after.status) return types;
  switch (after.status) {
    case 'released':
    case 'completed':
      return [...types, `subscription_schedule.${after.status}`];
    case 'canceled': {
      const subscription = world.store.subscriptions.find(after.subscription);
      const isAborted = subscription?.cancellation.reason === 'payment_failed';
      return [...types, `subscription_schedule.${isAborted ? 'aborted' : 'canceled'}`];
    }
    default:
      return types;
  }
}
