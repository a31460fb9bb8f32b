import type Stripe from 'stripe';
import type { Recurrence } from '../money/period.ts';
import { recurrenceOf } from '../money/plan.ts';
import type { PricedItem } from '../money/plan.ts';
import { refuse } from '../wire/fault.ts';
import { integer, required, shape } from '../wire/params.ts';
import type { Read } from '../wire/params.ts';
import { checkTrialEnd, MAXIMUM_TRIAL_DAYS } from './check-trial.ts';

const DAY = 86_400;

export const anchorConfig = shape<Stripe.SubscriptionCreateParams.BillingCycleAnchorConfig>()({
  day_of_month: required(integer),
  hour: integer,
  minute: integer,
  month: integer,
  second: integer,
});
type AnchorConfig = Read<typeof anchorConfig>;

interface StartParams {
  backdate_start_date?: number | undefined;
  billing_cycle_anchor?: number | undefined;
  billing_cycle_anchor_config?: AnchorConfig | undefined;
  proration_behavior?: 'none' | 'create_prorations' | 'always_invoice' | undefined;
  trial_end?: 'now' | number | undefined;
  trial_from_plan?: boolean | undefined;
  trial_period_days?: number | undefined;
}

export function readTrialEnd(params: StartParams, now: number): number | null {
  const { trial_end: end, trial_period_days: days } = params;
  if (end !== undefined && days !== undefined) {
    throw refuse(
      'You may only specify one of these parameters: trial_end, trial_period_days.',
      'trial_end',
    );
  }
  if (days !== undefined) {
    if (days < 1 || days > MAXIMUM_TRIAL_DAYS) {
      const message = `trial_period_days must be between 1 and ${MAXIMUM_TRIAL_DAYS}.`;
      throw refuse(message, 'trial_period_days');
    }
    return now + days * DAY;
  }
  if (end === undefined || end === 'now') return null;
  checkTrialEnd(end, now, 'trial_end');
  return end;
}

/** The moment that full periods begin at; null where nothing is asked. */
export function readAnchor(params: StartParams, items: PricedItem[], now: number): number | null {
  const { billing_cycle_anchor: anchor, billing_cycle_anchor_config: config } = params;
  if (config !== undefined) {
    if (anchor !== undefined) {
      const message =
        'You may only specify one of these parameters: billing_cycle_anchor, billing_cycle_anchor_config.';
      throw refuse(message, 'billing_cycle_anchor_config');
    }
    return nextOccurrence(
      config,
      items.map((item) => recurrenceOf(item.priceOf)),
      now,
    );
  }
  if (anchor !== undefined && anchor < now) {
    throw refuse('billing_cycle_anchor must be in the future.', 'billing_cycle_anchor');
  }
  return anchor ?? null;
}

export function readBackdate(params: StartParams, now: number): number | null {
  const { backdate_start_date: since } = params;
  if (since === undefined) return null;
  if (since > now) throw refuse('backdate_start_date must be in the past.', 'backdate_start_date');
  if (readTrialEnd(params, now) !== null) {
    const message = 'The simulator does not combine backdate_start_date with a trial yet.';
    throw refuse(message, 'backdate_start_date');
  }
  return since;
}

/** What is not given is as it is now. */
function nextOccurrence(config: AnchorConfig, recurrences: Recurrence[], now: number): number {
  const at = 'billing_cycle_anchor_config';
  if (recurrences.some(({ interval }) => interval === 'day' || interval === 'week')) {
    throw refuse(`${at} is only for prices with an interval of months or years.`, at);
  }
  inRange(config.day_of_month, { from: 1, to: 31 }, `${at}[day_of_month]`);
  inRange(config.month, { from: 1, to: 12 }, `${at}[month]`);
  inRange(config.hour, { from: 0, to: 23 }, `${at}[hour]`);
  inRange(config.minute, { from: 0, to: 59 }, `${at}[minute]`);
  inRange(config.second, { from: 0, to: 59 }, `${at}[second]`);
  const from = new Date(now * 1000);
  const first = from.getUTCFullYear() * 12 + from.getUTCMonth();
  for (let months = 0; ; months += 1) {
    const year = Math.floor((first + months) / 12);
    const month = (first + months) % 12;
    if (config.month !== undefined && config.month !== month + 1) continue;
    const moment = dayIn({ year, month }, config, from);
    if (moment.at < now) continue;
    if (config.day_of_month > moment.daysInMonth) {
      const message = 'The simulator does not begin on a day that the next month does not have.';
      throw refuse(message, `${at}[day_of_month]`);
    }
    return moment.at;
  }
}

function dayIn(
  { year, month }: { year: number; month: number },
  config: AnchorConfig,
  now: Date,
): { at: number; daysInMonth: number } {
  const daysInMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const moment = Date.UTC(
    year,
    month,
    Math.min(config.day_of_month, daysInMonth),
    config.hour ?? now.getUTCHours(),
    config.minute ?? now.getUTCMinutes(),
    config.second ?? now.getUTCSeconds(),
  );
  return { at: Math.floor(moment / 1000), daysInMonth };
}

function inRange(
  value: number | undefined,
  { from, to }: { from: number; to: number },
  at: string,
): void {
  if (value === undefined || (value >= from && value <= to)) return;
  throw refuse(`This value must be between ${from} and ${to}.`, at);
}
