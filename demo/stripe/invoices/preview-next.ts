import type { World } from '../core/world.ts';
import { nextPhaseAt } from '../schedules/enter-phase.ts';
import { enterNextPeriod, finalRequest, nextBillingAt } from '../subscriptions/renew.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import { StripeFault } from '../wire/fault.ts';
import { pendingItems } from './invoice-item.ts';
import type { InvoiceRequest } from './issue.ts';
import type { PreviewParams } from './preview-params.ts';

/** Goes to the day of the next bill of a subscription, and says what will be on it. */
export function nextRequest(
  world: World,
  id: string,
  { preview_mode: mode }: PreviewParams,
): InvoiceRequest {
  const subscription = world.store.subscriptions.get(id);
  if (subscription.status === 'paused') throw nothingDue(`subscription: ${id}`);
  const schedule = world.store.schedules.find(subscription.schedule);
  const phaseAt =
    schedule?.phases[schedule.entered + 1] === undefined ? Infinity : nextPhaseAt(schedule);
  const at = Math.min(nextBillingAt(world, subscription), phaseAt);
  const isEnding = subscription.cancelAt !== null && subscription.cancelAt <= at;
  world.clock.freeze(isEnding ? (subscription.cancelAt ?? at) : at);
  const request = isEnding ? finalRequest(world, subscription) : enterNextPeriod(world, id);
  if (request === null || (mode === 'recurring' && isEnding)) {
    throw nothingDue(`subscription: ${id}`);
  }
  return request;
}

export function willBill(world: World, subscription: Subscription): boolean {
  if (!['active', 'trialing', 'past_due'].includes(subscription.status)) return false;
  const { id, customer, currency, cancelAt } = subscription;
  const at = nextBillingAt(world, subscription);
  return (
    cancelAt === null ||
    cancelAt > at ||
    pendingItems(world, { customer, subscription: id, currency }).length > 0
  );
}

export function nothingDue(what: string): StripeFault {
  return new StripeFault({
    status: 404,
    message: `No upcoming invoices for ${what}`,
    details: { code: 'invoice_upcoming_none' },
  });
}
