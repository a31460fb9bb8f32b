import { shortId } from '../core/ids.ts';
import type { World } from '../core/world.ts';
import { addPending } from '../invoices/pending.ts';
import type { LineDraft } from '../money/line.ts';
import type { Period } from '../money/period.ts';
import { changesInterval, planChange } from '../money/plan-change.ts';
import type { ProrationBehavior } from '../money/plan-change.ts';
import type { Plan, Terms } from '../money/plan.ts';
import { readAddedItems } from '../subscriptions/added-items.ts';
import { itemsOf } from '../subscriptions/subscription-item.ts';
import type { SubscriptionItem } from '../subscriptions/subscription-item.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import { applyPlan, inForce, pricedItem, rulesOf, termsOf } from '../subscriptions/terms.ts';
import { redeemPhase } from './phase-discounts.ts';
import type { Phase, PhaseItem, Schedule } from './schedule.ts';

/** When a schedule moves on: into its next phase, or to its end. */
export function nextPhaseAt(schedule: Schedule): number {
  const next = schedule.phases[schedule.entered + 1];
  return next?.start ?? schedule.phases[schedule.entered]?.end ?? Infinity;
}

/**
 * Puts the subscription on the phase that begins now, if one does.
 * @returns what has to be billed at once for it.
 */
export function enterDuePhase(world: World, subscription: Subscription): LineDraft[] {
  const schedule = world.store.schedules.find(subscription.schedule);
  if (schedule === undefined || schedule.status !== 'active') return [];
  const index = schedule.entered + 1;
  const phase = schedule.phases[index];
  if (phase === undefined || phase.start > world.clock.now()) return [];
  const next = world.store.schedules.update(schedule.id, { entered: index });
  const behavior = phase.prorationBehavior;
  const plan = enterPhase(world, subscription, { schedule: next, phase, behavior });
  return plan.billing === 'now' ? [...plan.prorations, ...plan.charges] : [];
}

export interface Entry {
  schedule: Schedule;
  phase: Phase;
  behavior: ProrationBehavior;
  /** Only describes anew what runs already: the cycle and one-time items are left alone. */
  isSame?: boolean;
}

/** Makes the subscription what the phase says; what is billed later waits from now on. */
export function enterPhase(world: World, subscription: Subscription, entry: Entry): Plan {
  const { phase, schedule } = entry;
  const now = world.clock.now();
  const before = termsOf(world, subscription);
  const discounts = redeemPhase(world, phase.discounts, {
    subscription,
    item: null,
    products: phase.items.map((item) => world.store.prices.get(item.price).product),
    present: subscription.discounts,
  });
  const items = phaseItems(world, subscription, phase.items).map((item) => pricedItem(world, item));
  const all = [...discounts, ...items.flatMap((item) => item.discounts)];
  const after: Terms = {
    ...before,
    items,
    discounts: inForce(world, discounts),
    rules: rulesOf(world, all, subscription),
    trialEnd: phase.trialEnd ?? before.trialEnd,
    defaultTaxRates: phase.defaultTaxRates,
  };
  const anchor = phase.anchor ?? schedule.defaults.anchor;
  const isReanchored = anchor === 'phase_start' || changesInterval(before, after);
  const plan = planChange({
    before,
    after,
    behavior: entry.behavior,
    prorationAt: now,
    isReanchored: entry.isSame !== true && isReanchored,
    now,
  });
  applyPlan(world, subscription.id, plan);
  const { id } = world.store.subscriptions.update(subscription.id, {
    discounts,
    ...settingsOf(subscription, phase, schedule),
    ...trialOf(subscription, plan, now),
  });
  if (plan.billing === 'pending') addPending(world, subscription, plan.prorations);
  if (entry.isSame !== true) addPhaseItems(world, { ...subscription, id }, phase, plan.items);
  return plan;
}

/** What a phase asks for once waits for the next invoice, which may be made right now. */
export function addPhaseItems(
  world: World,
  { id, customer, currency }: Subscription,
  phase: Phase,
  periods: Period[],
): void {
  const scope = { customer, subscription: id, currency, periods, at: 'add_invoice_items' };
  const params = phase.addedItems.map((item) => ({
    discountable: item.isDiscountable,
    discounts: item.discounts.map((entry) => ({
      coupon: entry.coupon ?? undefined,
      discount: entry.discount ?? undefined,
      promotion_code: entry.promotion_code ?? undefined,
    })),
    metadata: item.metadata,
    price: item.price,
    quantity: item.quantity,
    tax_rates: item.taxRates,
  }));
  addPending(world, scope, readAddedItems(world, params, { ...scope, allowsArchived: true }));
}

function settingsOf(
  subscription: Subscription,
  phase: Phase,
  { defaults }: Schedule,
): Partial<Subscription> {
  const collectionMethod = phase.collectionMethod ?? defaults.collectionMethod;
  return {
    collectionMethod,
    daysUntilDue:
      collectionMethod === 'send_invoice' ? (phase.daysUntilDue ?? defaults.daysUntilDue) : null,
    defaultPaymentMethod:
      phase.defaultPaymentMethod ??
      defaults.defaultPaymentMethod ??
      subscription.defaultPaymentMethod,
    defaultTaxRates: phase.defaultTaxRates,
    description: phase.description ?? defaults.description ?? subscription.description,
    metadata: { ...subscription.metadata, ...phase.metadata },
  };
}

function trialOf(subscription: Subscription, plan: Plan, now: number): Partial<Subscription> {
  const isTrial = plan.trialEnd !== null && plan.trialEnd > now;
  if (isTrial === (subscription.status === 'trialing')) return {};
  if (isTrial) return { status: 'trialing', trialStart: now };
  return { status: 'active' };
}

/** Items of the same price or, failing that, of the same place keep their id. */
function phaseItems(
  world: World,
  subscription: Subscription,
  wanted: PhaseItem[],
): SubscriptionItem[] {
  const free = itemsOf(world, subscription.id);
  const take = (position: number): SubscriptionItem | undefined => free.splice(position, 1)[0];
  const samePrice = wanted.map((item) => {
    const position = free.findIndex(({ price }) => price === item.price);
    return position < 0 ? undefined : take(position);
  });
  return wanted.map((item, index) => {
    const old = samePrice[index] ?? free.shift();
    const id = old?.id ?? shortId('si');
    return {
      id,
      created: old?.created ?? world.clock.now(),
      subscription: subscription.id,
      price: item.price,
      quantity: item.quantity,
      metadata: item.metadata,
      discounts: redeemPhase(world, item.discounts, {
        subscription,
        item: id,
        products: [world.store.prices.get(item.price).product],
        present: old?.discounts ?? [],
      }),
      taxRates: item.taxRates,
      start: old?.start ?? 0,
      end: old?.end ?? 0,
      billed: old?.billed ?? null,
      billedBefore: old?.billedBefore ?? [],
    };
  });
}
