import type { World } from '../core/world.ts';
import { redeem } from '../discounts/redeem.ts';
import type { DiscountParam } from '../discounts/redeem.ts';
import { changesInterval } from '../money/plan-change.ts';
import type { Change, ProrationBehavior } from '../money/plan-change.ts';
import { refuse } from '../wire/fault.ts';
import { checkTrialEnd } from './check-trial.ts';
import { readItems } from './item-params.ts';
import type { ItemParams } from './item-params.ts';
import { itemsOf } from './subscription-item.ts';
import type { Subscription } from './subscription.ts';
import { inForce, pricedItem, rulesOf, termsOf } from './terms.ts';

/** The part of an update that moves money; updates and previews send the same. */
export interface ChangeParams {
  items?: ItemParams[] | undefined;
  default_tax_rates?: string[] | '' | undefined;
  discounts?: DiscountParam[] | '' | undefined;
  proration_behavior?: ProrationBehavior | undefined;
  proration_date?: number | undefined;
  billing_cycle_anchor?: { type: 'now' | 'unchanged' } | undefined;
  trial_end?: 'now' | number | undefined;
}

/** What is asked: the discounts that there will be, and the change, if anything could cost money. */
export interface ReadChange {
  discounts: string[];
  change: Change | null;
}

/** Reads what shall change. */
export function readChange(
  world: World,
  subscription: Subscription,
  params: ChangeParams,
  at = '',
): ReadChange {
  const name = (key: string) => (at === '' ? key : `${at}[${key}]`);
  const now = world.clock.now();
  const before = termsOf(world, subscription);
  const { items, trial_end: trialEnd, billing_cycle_anchor: anchor } = params;
  const prorationAt = prorationDate(world, subscription, params, name('proration_date'));
  if (typeof trialEnd === 'number') {
    checkTrialEnd(trialEnd, now, name('trial_end'));
    if (anchor?.type === 'now') {
      const message = 'billing_cycle_anchor and trial_end cannot be set together.';
      throw refuse(message, name('trial_end'));
    }
  }
  const { id, customer, currency, billingMode } = subscription;
  const scope = { subscription: id, customer, currency, billingMode, at: name('items') };
  const next = readItems(world, items ?? [], itemsOf(world, id), scope).map((item) =>
    pricedItem(world, item),
  );
  const products = next.map((item) => item.priceOf.product);
  const discounts = readDiscounts(world, subscription, { ...params, products });
  if (items === undefined && trialEnd === undefined && anchor?.type !== 'now') {
    return { discounts, change: null };
  }
  const all = [...discounts, ...next.flatMap((item) => item.discounts)];
  const rates = params.default_tax_rates;
  const after = {
    ...before,
    items: next,
    discounts: inForce(world, discounts),
    rules: rulesOf(world, all, { currency }),
    trialEnd: trialEnd === 'now' ? now : (trialEnd ?? before.trialEnd),
    defaultTaxRates: rates === undefined ? before.defaultTaxRates : rates || [],
  };
  if (
    anchor?.type === 'unchanged' &&
    billingMode === 'classic' &&
    subscription.status !== 'trialing' &&
    changesInterval(before, after)
  ) {
    throw refuse(
      'You cannot leave the billing cycle anchor unchanged while the interval changes with billing_mode=classic.',
      name('billing_cycle_anchor'),
    );
  }
  const isPaused = subscription.status === 'paused';
  const change: Change = {
    before,
    after,
    behavior: isPaused ? 'none' : (params.proration_behavior ?? 'create_prorations'),
    prorationAt,
    isReanchored: anchor?.type === 'now',
    now,
  };
  return { discounts, change };
}

/** `''` clears, a list replaces, and nothing (or an empty list, which the SDK cannot send) keeps. */
function readDiscounts(
  world: World,
  subscription: Subscription,
  { discounts, products }: Pick<ChangeParams, 'discounts'> & { products: string[] },
): string[] {
  if (discounts === undefined) return subscription.discounts;
  if (discounts === '') return [];
  if (discounts.length === 0) return subscription.discounts;
  return redeem(world, discounts, {
    customer: subscription.customer,
    subscription: subscription.id,
    subscriptionItem: null,
    currency: subscription.currency,
    products,
    orderAmount: null,
    present: subscription.discounts,
    param: 'discounts',
  });
}

/** Within the running period, and within the phase of a schedule that runs. */
function prorationDate(
  world: World,
  subscription: Subscription,
  params: ChangeParams,
  at: string,
): number {
  const { proration_date: date } = params;
  if (date === undefined) return world.clock.now();
  if (params.proration_behavior === 'none') {
    throw refuse('You cannot specify `proration_date` with `proration_behavior=none`.', at);
  }
  const items = itemsOf(world, subscription.id);
  const start = Math.max(...items.map((item) => item.start));
  const end = Math.min(...items.map((item) => item.end));
  const schedule = world.store.schedules.find(subscription.schedule);
  const phase = schedule?.phases[schedule.entered];
  if (date < Math.max(start, phase?.start ?? start) || date > Math.min(end, phase?.end ?? end)) {
    throw refuse('`proration_date` must be within the current period of the subscription.', at);
  }
  return date;
}
