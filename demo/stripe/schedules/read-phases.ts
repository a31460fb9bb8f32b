import { isSoldIn } from '../catalogue/price-amount.ts';
import { createInlinePrice } from '../catalogue/inline-price.ts';
import type { Price } from '../catalogue/price.ts';
import type { World } from '../core/world.ts';
import { stepFrom } from '../money/period.ts';
import { recurrenceOf } from '../money/plan.ts';
import { ownPaymentMethod } from '../payments/attach.ts';
import { cleared, mergeMetadata } from '../wire/common-params.ts';
import { refuse } from '../wire/fault.ts';
import { readPhaseDiscounts } from './phase-discounts.ts';
import type { PhaseParams } from './schedule-params.ts';
import type { Phase, PhaseAddedItem, PhaseItem } from './schedule.ts';

export interface PhaseScope {
  customer: string;
  /** Of the schedule that there is; null: the first phase decides. */
  currency: string | null;
  billingMode: 'classic' | 'flexible';
  /** When the first of these phases begins. */
  start: number;
}

/**
 * Reads phases, one after the other. Each stands for itself; what it does not name (its
 * discounts, its method) it does not have.
 */
export function readPhases(world: World, params: PhaseParams[], scope: PhaseScope): Phase[] {
  if (params.length === 0) throw refuse('A schedule must have at least one phase.', 'phases');
  if (params.length > 10) throw refuse('A schedule can have at most 10 phases.', 'phases');
  const phases: Phase[] = [];
  params.forEach((param, index) => {
    const at = `phases[${index}]`;
    const start = phases.at(-1)?.end ?? scope.start;
    const given = param.start_date === 'now' ? world.clock.now() : param.start_date;
    if (index > 0 && given !== undefined && given !== start) {
      throw refuse('Phases must follow each other without a gap.', `${at}[start_date]`);
    }
    const currency = phases.at(-1)?.currency ?? scope.currency;
    phases.push(readPhase(world, param, { ...scope, currency, start, at }));
  });
  return phases;
}

type At = PhaseScope & { at: string };

function readPhase(world: World, param: PhaseParams, scope: At): Phase {
  const { at, start } = scope;
  const currency = currencyOf(world, param, scope);
  const inCurrency = { ...scope, currency };
  const items = param.items.map((item, index) =>
    readItem(world, item, { ...inCurrency, at: `${at}[items][${index}]` }),
  );
  checkItems(world, items, scope);
  const end = endOf(world, param, { ...scope, items });
  const method = param.default_payment_method;
  const owner = { customer: scope.customer, param: `${at}[default_payment_method]` };
  return {
    start,
    end,
    items,
    addedItems: (param.add_invoice_items ?? []).map((item, index) =>
      readAdded(world, item, { ...inCurrency, at: `${at}[add_invoice_items][${index}]` }),
    ),
    currency,
    discounts: readPhaseDiscounts(world, param.discounts, `${at}[discounts]`),
    prorationBehavior: param.proration_behavior ?? 'create_prorations',
    anchor: param.billing_cycle_anchor ?? null,
    collectionMethod: param.collection_method ?? null,
    daysUntilDue: param.invoice_settings?.days_until_due ?? null,
    defaultPaymentMethod: method === undefined ? null : ownPaymentMethod(world, method, owner).id,
    defaultTaxRates: readRates(world, param.default_tax_rates, `${at}[default_tax_rates]`),
    description: cleared(param.description, null),
    metadata: mergeMetadata({}, param.metadata),
    isTrial: param.trial ?? false,
    trialEnd: trialEndOf(world, param, { start, end, at }),
  };
}

/** By its date, or by its duration; the last phase may leave both out and lasts one cycle. */
function endOf(world: World, param: PhaseParams, scope: At & { items: PhaseItem[] }): number {
  const { start, at } = scope;
  if (param.end_date !== undefined && param.duration !== undefined) {
    throw refuse('You can only set one of `duration` and `end_date`.', `${at}[end_date]`);
  }
  if (param.duration !== undefined) {
    const { interval, interval_count: intervalCount = 1 } = param.duration;
    if (intervalCount < 1) {
      throw refuse('Invalid positive integer', `${at}[duration][interval_count]`);
    }
    return stepFrom(start, { interval, intervalCount }, 1);
  }
  if (param.end_date === undefined) {
    const first = world.store.prices.get(scope.items[0]?.price ?? '', `${at}[items]`);
    return stepFrom(start, recurrenceOf(first), 1);
  }
  const end = param.end_date === 'now' ? world.clock.now() : param.end_date;
  if (end <= start) throw refuse('A phase must end after it starts.', `${at}[end_date]`);
  return end;
}

function trialEndOf(
  world: World,
  param: PhaseParams,
  { start, end, at }: { start: number; end: number; at: string },
): number | null {
  const given = param.trial_end === 'now' ? world.clock.now() : param.trial_end;
  if (param.trial !== true && given === undefined) return null;
  if (param.billing_cycle_anchor === 'phase_start') {
    const message = 'billing_cycle_anchor=phase_start cannot be combined with a trial.';
    throw refuse(message, `${at}[billing_cycle_anchor]`);
  }
  if (param.trial === true) {
    if (given === undefined || given === end) return end;
    throw refuse('With `trial`, `trial_end` must be the end of the phase.', `${at}[trial_end]`);
  }
  const trialEnd = given ?? start;
  if (trialEnd < start || trialEnd > end) {
    throw refuse('`trial_end` must be within the phase.', `${at}[trial_end]`);
  }
  return trialEnd;
}

function readItem(
  world: World,
  param: PhaseParams['items'][number],
  scope: At & { currency: string },
): PhaseItem {
  const price = readPrice(world, param, scope);
  recurrenceOf(price);
  return describeItem(world, param, price, scope.at);
}

function readAdded(
  world: World,
  param: NonNullable<PhaseParams['add_invoice_items']>[number],
  scope: At & { currency: string },
): PhaseAddedItem {
  const price = readPrice(world, param, scope);
  if (price.recurring !== null) {
    throw refuse(
      'The price specified is set to `type=recurring` but this field only accepts prices with `type=one_time`.',
      `${scope.at}[price]`,
    );
  }
  const isDiscountable = param.discountable ?? true;
  return { ...describeItem(world, param, price, scope.at), isDiscountable };
}

type Described = Pick<
  PhaseParams['items'][number],
  'discounts' | 'metadata' | 'quantity' | 'tax_rates'
>;

function describeItem(world: World, param: Described, price: Price, at: string): PhaseItem {
  return {
    price: price.id,
    quantity: param.quantity ?? 1,
    metadata: mergeMetadata({}, param.metadata),
    discounts: readPhaseDiscounts(world, param.discounts, `${at}[discounts]`),
    taxRates: readRates(world, param.tax_rates, `${at}[tax_rates]`),
  };
}

function readPrice(
  world: World,
  param: {
    price?: string | undefined;
    price_data?: Parameters<typeof createInlinePrice>[1] | undefined;
  },
  { currency, at }: { currency: string; at: string },
): Price {
  const { price: id, price_data: data } = param;
  if ((id === undefined) === (data === undefined)) {
    throw refuse('You must pass exactly one of price and price_data.', at);
  }
  const price =
    data === undefined
      ? world.store.prices.get(id ?? '', `${at}[price]`)
      : createInlinePrice(world, data, `${at}[price_data]`);
  if (isSoldIn(price, currency)) return price;
  throw refuse(`The price is not sold in the currency \`${currency}\`.`, `${at}[price]`);
}

function readRates(world: World, ids: string[] | '' | undefined, at: string): string[] {
  return (ids || []).map((id) => world.store.taxRates.get(id, at).id);
}

/** One currency for all phases: the one asked for, the customer's, or the first price's. */
function currencyOf(world: World, param: PhaseParams, scope: At): string {
  const { currency: known, customer, at } = scope;
  if (param.currency !== undefined && known !== null && param.currency !== known) {
    throw refuse('All phases must have the same currency.', `${at}[currency]`);
  }
  const asked = param.currency ?? known;
  if (asked !== null) return asked;
  const own = world.store.customers.get(customer).currency;
  const [first] = param.items;
  if (first?.price === undefined) return first?.price_data?.currency ?? own ?? 'usd';
  const price = world.store.prices.get(first.price, `${at}[items][0][price]`);
  return own !== null && isSoldIn(price, own) ? own : price.currency;
}

function checkItems(world: World, items: PhaseItem[], { at, billingMode }: At): void {
  if (items.length === 0) throw refuse('A phase must have at least one item.', `${at}[items]`);
  if (items.length > 20) throw refuse('A phase can have at most 20 items.', `${at}[items]`);
  const prices = items.map(({ price }) => price);
  const twin = prices.find((price, index) => prices.indexOf(price) !== index);
  if (twin !== undefined) {
    const message = `Cannot add multiple subscription items with the same price: ${twin}`;
    throw refuse(message, `${at}[items]`);
  }
  const intervals = new Set(
    prices.map((id) => JSON.stringify(recurrenceKey(world.store.prices.get(id)))),
  );
  if (billingMode === 'classic' && intervals.size > 1) {
    throw refuse(
      'Currency and interval fields must match across all plans on this subscription.',
      `${at}[items]`,
    );
  }
}

function recurrenceKey(price: Price): [string, number] {
  const { interval, intervalCount } = recurrenceOf(price);
  return [interval, intervalCount];
}
