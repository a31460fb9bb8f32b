/** A change that waits for the end of the paid period: a schedule of ours on the subscription. */
import { ProblemError } from '../problem.ts';
import type { SchedulePhase } from '../stripe/gateway/schedules.ts';
import { idOf } from '../stripe/ids.ts';
import type { DiscountParam, StripeSchedule } from '../stripe/types.ts';
import { assertAllowed } from './allowed-actions.ts';
import type { WorkedOutChange } from './change-preview.ts';
import type { BillingChange } from './context.ts';
import { discountsAt } from './next-charge.ts';
import { readSubscription } from './overview.ts';
import { SCHEDULE_MARK, isOurSchedule, scheduleOf } from './subscription-state.ts';

type CurrentPhase = StripeSchedule['phases'][number];

/**
 * Two calls, because Stripe takes nothing else beside `from_subscription`. If the second fails, the
 * schedule is taken off again, so that it does not stand in the way of anything.
 */
export async function scheduleChange(
  billing: BillingChange,
  worked: WorkedOutChange,
): Promise<void> {
  const { schedules } = billing.gateway;
  const schedule = await schedules.createFrom(
    worked.change.subscription,
    billing.key('schedule-create'),
  );
  const [current] = schedule.phases;
  if (!current) throw new ProblemError('internal');
  const phases = [keepPhase(current, worked), nextPhase(current, worked)];
  const metadata = { ...SCHEDULE_MARK, price: worked.change.target.price.id };
  try {
    await schedules.update(
      schedule,
      { end_behavior: 'release', proration_behavior: 'none', metadata, phases },
      billing.key('schedule-update'),
    );
  } catch (error) {
    await schedules.release(schedule, billing.key('schedule-release'));
    throw error;
  }
}

/** Takes a scheduled change off; the subscription stays as it is. Nothing to undo is no error. */
export async function undoScheduledChange(
  billing: BillingChange,
  subscriptionId: string,
): Promise<void> {
  const { snapshot, subscription } = await readSubscription(billing, subscriptionId);
  const schedule = scheduleOf(subscription);
  if (!schedule) return;
  assertAllowed('undo-scheduled-change', subscription, { snapshot, settings: billing.settings });
  await billing.gateway.schedules.release(schedule, billing.key('schedule-release'));
}

/**
 * While a schedule is on, Stripe refuses to cancel. One of ours is dropped for it; a site owner's
 * own is never touched, and never gets here (see allowed-actions.ts).
 */
export async function dropScheduledChange(
  billing: BillingChange,
  schedule: StripeSchedule | null,
): Promise<void> {
  if (!schedule || !isOurSchedule(schedule)) return;
  await billing.gateway.schedules.release(schedule, billing.key('schedule-release'));
}

/** The phase that runs now, to its end. A phase replaces everything, so everything is repeated. */
function keepPhase(current: CurrentPhase, { change }: WorkedOutChange): SchedulePhase {
  const discounts = phaseDiscounts(current);
  return {
    ...carriedOver(current),
    start_date: current.start_date,
    end_date: change.periodEndAt,
    items: current.items.map((item) => ({
      price: idOf(item.price) ?? '',
      ...(item.quantity !== undefined && { quantity: item.quantity }),
      ...(item.tax_rates &&
        item.tax_rates.length > 0 && { tax_rates: item.tax_rates.map(({ id }) => id) }),
    })),
    ...(discounts.length > 0 && { discounts }),
  };
}

/** One interval long: then the schedule releases itself. An open end would manage it for ever. */
function nextPhase(current: CurrentPhase, worked: WorkedOutChange): SchedulePhase {
  const { change, promotion } = worked;
  const { recurring } = change.target.price;
  const [item] = current.items;
  const discounts = discountsAt({
    subscription: change.subscription,
    promotion,
    at: change.periodEndAt,
    isAfterAnother: false,
  });
  return {
    ...carriedOver(current),
    items: [
      {
        price: change.target.price.id,
        quantity: change.quantity,
        ...(item?.tax_rates &&
          item.tax_rates.length > 0 && { tax_rates: item.tax_rates.map(({ id }) => id) }),
      },
    ],
    proration_behavior: 'none',
    duration: {
      interval: recurring?.interval ?? 'month',
      interval_count: recurring?.interval_count ?? 1,
    },
    ...(discounts !== undefined && { discounts }),
  };
}

/** What Stripe does not carry from phase to phase by itself. */
function carriedOver(current: CurrentPhase): Partial<SchedulePhase> {
  const { default_tax_rates, default_payment_method, collection_method, metadata, description } =
    current;
  return {
    ...(default_tax_rates &&
      default_tax_rates.length > 0 && {
        default_tax_rates: default_tax_rates.map(({ id }) => id),
      }),
    ...(default_payment_method && { default_payment_method: idOf(default_payment_method) ?? '' }),
    ...(collection_method && { collection_method }),
    ...(metadata && Object.keys(metadata).length > 0 && { metadata }),
    ...(description && { description }),
    ...(current.automatic_tax?.enabled && { automatic_tax: { enabled: true } }),
  };
}

function phaseDiscounts(current: CurrentPhase): DiscountParam[] {
  return current.discounts.flatMap((one) => {
    const discount = idOf(one.discount);
    return discount === null ? [] : [{ discount }];
  });
}
