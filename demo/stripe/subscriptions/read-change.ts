import type { World } from '../core/world.ts';
import { redeem } from '../discounts/redeem.ts';
import type { DiscountParam } from '../discounts/redeem.ts';
import type { Change, ProrationBehavior } from '../money/plan-change.ts';
import { refuse } from '../wire/fault.ts';
import { readItems } from './item-params.ts';
import type { ItemParams } from './item-params.ts';
import { itemsOf } from './subscription-item.ts';
import type { Subscription } from './subscription.ts';
import { inForce, pricedItem, rulesOf, termsOf } from './terms.ts';

/** The part of an update that moves money; updates and previews send the same. */
export interface ChangeParams {
  items?: ItemParams[] | undefined;
  discounts?: DiscountParam[] | '' | undefined;
  proration_behavior?: ProrationBehavior | undefined;
  proration_date?: number | undefined;
  billing_cycle_anchor?: { type: 'now' | 'unchanged' } | undefined;
  trial_end?: 'now' | number | undefined;
}

/** Reads what shall change. `null`: nothing that could cost anything. */
export function readChange(
  world: World,
  subscription: Subscription,
  params: ChangeParams,
  at = '',
): Change | null {
  const name = (key: string) => (at === '' ? key : `${at}[${key}]`);
  const before = termsOf(world, subscription);
  const discounts = readDiscounts(world, subscription, params);
  const { items, trial_end: trialEnd, billing_cycle_anchor: anchor } = params;
  const now = world.clock.now();
  const prorationAt = prorationDate(world, subscription, params, name('proration_date'));
  if (items === undefined && trialEnd === undefined && anchor?.type !== 'now') return null;
  const { id, customer, currency } = subscription;
  const scope = { subscription: id, customer, currency, at: name('items') };
  const next = readItems(world, items ?? [], itemsOf(world, id), scope).map((item) =>
    pricedItem(world, item),
  );
  if (typeof trialEnd === 'number' && trialEnd <= now) {
    throw refuse('trial_end must be in the future.', name('trial_end'));
  }
  const all = [...discounts, ...next.flatMap((item) => item.discounts)];
  return {
    before,
    after: {
      ...before,
      items: next,
      discounts: inForce(world, discounts),
      rules: rulesOf(world, all, { currency }),
      trialEnd: trialEnd === 'now' ? now : (trialEnd ?? before.trialEnd),
    },
    behavior: params.proration_behavior ?? 'create_prorations',
    prorationAt,
    isReanchored: anchor?.type === 'now',
    now,
  };
}

/** `''` clears, a list replaces, and nothing (or an empty list, which the SDK cannot send) keeps. */
export function readDiscounts(
  world: World,
  subscription: Subscription,
  params: ChangeParams,
): string[] {
  const { discounts } = params;
  if (discounts === undefined) return subscription.discounts;
  if (discounts === '') return [];
  const { id, customer, currency } = subscription;
  const scope = { subscription: id, customer, currency, at: 'items' };
  const items = readItems(
    world,
    (params.items ?? []).map(withoutDiscounts),
    itemsOf(world, id),
    scope,
  );
  return redeem(world, discounts, {
    customer,
    subscription: id,
    subscriptionItem: null,
    currency,
    products: items.map((item) => world.store.prices.get(item.price).product),
    orderAmount: null,
    present: subscription.discounts,
    param: 'discounts',
  });
}

/** Item discounts are redeemed once, with the items themselves. */
function withoutDiscounts(item: ItemParams): ItemParams {
  return { ...item, discounts: undefined };
}

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
  if (date < start || date > end) {
    throw refuse('`proration_date` must be within the current period of the subscription.', at);
  }
  return date;
}
