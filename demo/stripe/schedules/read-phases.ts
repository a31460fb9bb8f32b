import { isSoldIn } from '../catalogue/price-amount.ts';
import type { World } from '../core/world.ts';
import { stepFrom } from '../money/period.ts';
import { recurrenceOf } from '../money/plan.ts';
import { ownPaymentMethod } from '../payments/attach.ts';
import { cleared, mergeMetadata } from '../wire/common-params.ts';
import { refuse } from '../wire/fault.ts';
import type { PhaseParams } from './schedule-params.ts';
import type { Phase, Schedule } from './schedule.ts';

/**
 * Reads the phases of an update. Each takes the place of what was; what a phase does not name
 * (its discounts, its method) is gone.
 */
export function readPhases(world: World, schedule: Schedule, params: PhaseParams[]): Phase[] {
  if (params.length === 0) throw refuse('A schedule must have at least one phase.', 'phases');
  if (params.length > 10) throw refuse('A schedule can have at most 10 phases.', 'phases');
  const phases: Phase[] = [];
  params.forEach((param, index) => {
    const at = `phases[${index}]`;
    const start = startOf(world, schedule, { param, before: phases[index - 1], at });
    phases.push(readPhase(world, schedule, { param, start, at }));
  });
  return phases;
}

function startOf(
  world: World,
  schedule: Schedule,
  { param, before, at }: { param: PhaseParams; before: Phase | undefined; at: string },
): number {
  const now = world.clock.now();
  const given = param.start_date === 'now' ? now : param.start_date;
  if (before !== undefined) {
    if (given !== undefined && given !== before.end) {
      throw refuse('Phases must follow each other without a gap.', `${at}[start_date]`);
    }
    return before.end;
  }
  if (given === undefined) {
    throw refuse(
      'The first phase needs a `start_date`, which for a running schedule is that of the current phase.',
      `${at}[start_date]`,
      'parameter_missing',
    );
  }
  const current = schedule.phases[schedule.entered]?.start;
  if (given !== current && given !== schedule.phases[0]?.start) {
    throw refuse('You can not modify the start date of the current phase.', `${at}[start_date]`);
  }
  return given;
}

function readPhase(
  world: World,
  schedule: Schedule,
  { param, start, at }: { param: PhaseParams; start: number; at: string },
): Phase {
  const currency = schedule.phases[0]?.currency ?? 'usd';
  const method = param.default_payment_method;
  const owner = { customer: schedule.customer, param: `${at}[default_payment_method]` };
  const rates = (ids: string[] | '' | undefined, where: string) =>
    (ids || []).map((id) => world.store.taxRates.get(id, where).id);
  return {
    start,
    end: endOf(world, param, start, at),
    items: param.items.map((item, index) => ({
      price: phasePrice(world, item.price, currency, `${at}[items][${index}][price]`),
      quantity: item.quantity ?? 1,
      metadata: mergeMetadata({}, item.metadata),
      taxRates: rates(item.tax_rates, `${at}[items][${index}][tax_rates]`),
    })),
    currency,
    discounts: (param.discounts || []).map((entry) => ({
      coupon: entry.coupon ?? null,
      discount: entry.discount ?? null,
      promotion_code: entry.promotion_code ?? null,
    })),
    prorationBehavior: param.proration_behavior ?? 'create_prorations',
    anchor: param.billing_cycle_anchor ?? null,
    collectionMethod: param.collection_method ?? null,
    defaultPaymentMethod: method === undefined ? null : ownPaymentMethod(world, method, owner).id,
    defaultTaxRates: rates(param.default_tax_rates, `${at}[default_tax_rates]`),
    description: cleared(param.description, null),
    metadata: mergeMetadata({}, param.metadata),
    trialEnd: typeof param.trial_end === 'number' ? param.trial_end : null,
  };
}

/** By its date, or by its duration; the last phase may leave both out and lasts one cycle. */
function endOf(world: World, param: PhaseParams, start: number, at: string): number {
  if (param.end_date !== undefined && param.duration !== undefined) {
    throw refuse('You can only set one of `duration` and `end_date`.', `${at}[end_date]`);
  }
  if (param.duration !== undefined) {
    const { interval, interval_count: intervalCount = 1 } = param.duration;
    return stepFrom(start, { interval, intervalCount }, 1);
  }
  if (param.end_date === undefined) {
    const first = world.store.prices.get(param.items[0]?.price ?? '', `${at}[items]`);
    return stepFrom(start, recurrenceOf(first), 1);
  }
  const end = param.end_date === 'now' ? world.clock.now() : param.end_date;
  if (end <= start) throw refuse('A phase must end after it starts.', `${at}[end_date]`);
  return end;
}

function phasePrice(world: World, id: string, currency: string, at: string): string {
  const price = world.store.prices.get(id, at);
  if (!isSoldIn(price, currency)) {
    throw refuse(`The price is not sold in the currency \`${currency}\`.`, at);
  }
  recurrenceOf(price);
  return id;
}
