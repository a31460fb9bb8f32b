import type { World } from '../core/world.ts';
import { defaultMethod } from '../payments/collect.ts';
import { billPeriod } from './bill-period.ts';
import { cancelSubscription } from './cancel.ts';
import { enterNextPeriod } from './renew.ts';

/**
 * A period is over, or the schedule's next phase begins. The subscription moves on at once, its
 * bill follows in an hour. A trial without a payment method may end in another way.
 */
export function beginPeriod(world: World, id: string): void {
  const isTrialOver = endsTrial(world, id);
  if (isTrialOver && endTrialWithout(world, id)) return;
  const request = enterNextPeriod(world, id);
  if (endsTrial(world, id)) world.store.subscriptions.update(id, { status: 'active' });
  if (request !== null) billPeriod(world, request);
}

function endsTrial(world: World, id: string): boolean {
  const { status, trialEnd } = world.store.subscriptions.get(id);
  return status === 'trialing' && (trialEnd === null || trialEnd <= world.clock.now());
}

/**
 * @returns whether the trial ended without a bill. A paused subscription stays in its trial period.
 * @see https://docs.stripe.com/billing/subscriptions/trials/free-trials
 */
function endTrialWithout(world: World, id: string): boolean {
  const { customer, collectionMethod, missingPaymentMethod } = world.store.subscriptions.get(id);
  if (collectionMethod === 'send_invoice') return false;
  const scope = { customer, subscription: id, defaultPaymentMethod: null };
  if (defaultMethod(world, scope) !== undefined) return false;
  if (missingPaymentMethod === 'cancel') {
    cancelSubscription(world, id, { invoiceNow: false, prorate: false });
    return true;
  }
  if (missingPaymentMethod !== 'pause') return false;
  world.store.subscriptions.update(id, {
    status: 'paused',
    paused: { at: world.clock.now(), why: 'trial_end_without_payment_method' },
  });
  return true;
}
