/** A change that waits for the end of the paid period: a schedule of ours on the subscription. */
import { ProblemError, isProblem } from '../problem.ts';
import type { SchedulePhase } from '../stripe/gateway/schedules.ts';
import { idOf } from '../stripe/ids.ts';
import type { DiscountParam, StripeSchedule, StripeSubscription } from '../stripe/types.ts';
import { assertAllowed } from './allowed-actions.ts';
import type { WorkedOutChange } from './change-preview.ts';
import type { BillingChange } from './context.ts';
import { discountsAt } from './next-charge.ts';
import { readSubscription } from './overview.ts';
import { SCHEDULE_MARK, scheduleOf, scheduleState } from './subscription-state.ts';
import { markOfCode } from './used-codes.ts';

/** On the schedule: which preview it does, so that a lost answer is found again. */
const SCHEDULED_BY = 'preview';

type CurrentPhase = StripeSchedule['phases'][number];

/**
 * Two calls, because Stripe takes nothing else beside `from_subscription`. If the second is refused,
 * the schedule is taken off again. If its outcome is not known, it stays: either it is the change, or
 * an empty one, which is in nobody's way (see scheduleState) and gives way to the next try. The keys
 * name what they start from, so that no try is answered with what another one has taken off again.
 */
export async function scheduleChange(
  billing: BillingChange,
  worked: WorkedOutChange,
  previewId: string,
): Promise<void> {
  const { schedules } = billing.gateway;
  const { subscription } = worked.change;
  await releaseSpentSchedule(billing, subscription);
  const before = scheduleOf(subscription)?.id ?? 'none';
  const key = billing.key(`schedule-create-${before}`);
  const schedule = await schedules.createFrom(subscription, key);
  const [current] = schedule.phases;
  if (!current) throw new ProblemError('internal');
  const phases = [keepPhase(current, worked), nextPhase(current, worked)];
  const metadata = { ...SCHEDULE_MARK, [SCHEDULED_BY]: previewId };
  try {
    await schedules.update(
      schedule,
      { end_behavior: 'release', proration_behavior: 'none', metadata, phases },
      billing.key(`schedule-update-${schedule.id}`),
    );
  } catch (error) {
    if (!isProblem(error, 'outcome-unknown')) {
      await schedules.release(schedule, billing.key(`release-${schedule.id}`));
    }
    throw error;
  }
}

/** Whether a change that waits is the one that this preview showed. */
export function isScheduledBy(subscription: StripeSubscription, previewId: string): boolean {
  return (
    scheduleState(subscription) === 'pending' &&
    scheduleOf(subscription)?.metadata?.[SCHEDULED_BY] === previewId
  );
}

/** Takes a scheduled change off; the subscription stays as it is. Nothing to undo is no error. */
export async function undoScheduledChange(
  billing: BillingChange,
  subscriptionId: string,
): Promise<void> {
  const { snapshot, subscription } = await readSubscription(billing, subscriptionId);
  if (['none', 'spent'].includes(scheduleState(subscription))) return;
  assertAllowed('undo-scheduled-change', subscription, { snapshot, settings: billing.settings });
  await release(billing, subscription);
}

/**
 * While a schedule is on, Stripe refuses to cancel. One of ours is dropped for it; a site owner's
 * own is never touched.
 */
export async function dropScheduledChange(
  billing: BillingChange,
  subscription: StripeSubscription,
): Promise<void> {
  if (['pending', 'spent'].includes(scheduleState(subscription))) {
    await release(billing, subscription);
  }
}

/** Takes a schedule off that has nothing left to do, before something else is done. */
export async function releaseSpentSchedule(
  billing: BillingChange,
  subscription: StripeSubscription,
): Promise<void> {
  if (scheduleState(subscription) === 'spent') await release(billing, subscription);
}

/** Charges what a scheduled change will charge to another payment method. */
export async function moveScheduledChange(
  billing: BillingChange,
  subscription: StripeSubscription,
  paymentMethodId: string,
): Promise<void> {
  const schedule = scheduleOf(subscription);
  if (!schedule || scheduleState(subscription) !== 'pending') return;
  const from = schedule.current_phase?.start_date ?? 0;
  const phases = schedule.phases
    .filter(({ start_date }) => start_date >= from)
    .map((phase) => ({
      ...repeatPhase(phase),
      start_date: phase.start_date,
      end_date: phase.end_date,
      default_payment_method: paymentMethodId,
    }));
  const params = { end_behavior: 'release' as const, proration_behavior: 'none' as const, phases };
  await billing.gateway.schedules.update(
    schedule,
    params,
    billing.key(`schedule-default-${schedule.id}`),
  );
}

async function release(billing: BillingChange, subscription: StripeSubscription): Promise<void> {
  const schedule = scheduleOf(subscription);
  if (!schedule) return;
  await billing.gateway.schedules.release(schedule, billing.key(`release-${schedule.id}`));
}

/** The phase that runs now, to its end. */
function keepPhase(current: CurrentPhase, { change }: WorkedOutChange): SchedulePhase {
  return {
    ...repeatPhase(current),
    start_date: current.start_date,
    end_date: change.periodEndAt,
  };
}

/** One interval long: then the schedule releases itself. An open end would manage it for ever. */
function nextPhase(current: CurrentPhase, worked: WorkedOutChange): SchedulePhase {
  const { change, promotion } = worked;
  const { recurring } = change.target.price;
  const [item] = repeatPhase(current).items;
  const { discounts: _replaced, ...rest } = repeatPhase(current);
  const discounts = discountsAt({
    subscription: change.subscription,
    promotion,
    now: worked.prorationDate,
    at: change.periodEndAt,
    isAfterAnother: false,
  });
  return {
    ...rest,
    items: [{ ...item, price: change.target.price.id, quantity: change.quantity }],
    proration_behavior: 'none',
    duration: {
      interval: recurring?.interval ?? 'month',
      interval_count: recurring?.interval_count ?? 1,
    },
    ...(discounts !== undefined && { discounts }),
    // It becomes the subscription's own when the phase begins, as the code does.
    ...(promotion && {
      metadata: { ...rest.metadata, ...markOfCode(change.subscription, promotion) },
    }),
  };
}

/**
 * A phase as the API takes it. A phase that is sent replaces everything, so everything is repeated:
 * what is left out would be lost.
 */
function repeatPhase(phase: CurrentPhase): SchedulePhase {
  const { default_payment_method, collection_method, metadata, description } = phase;
  const { application_fee_percent, transfer_data, on_behalf_of, invoice_settings } = phase;
  const discounts = discountsOfPhase(phase.discounts);
  const taxRates = phase.default_tax_rates ?? [];
  const destination = idOf(transfer_data?.destination);
  return {
    items: phase.items.map(repeatItem),
    ...(discounts.length > 0 && { discounts }),
    ...(taxRates.length > 0 && { default_tax_rates: taxRates.map(({ id }) => id) }),
    ...(default_payment_method && { default_payment_method: idOf(default_payment_method) ?? '' }),
    ...(collection_method && { collection_method }),
    ...(metadata && Object.keys(metadata).length > 0 && { metadata }),
    ...(description && { description }),
    ...(phase.automatic_tax?.enabled && { automatic_tax: { enabled: true } }),
    ...(application_fee_percent !== null && { application_fee_percent }),
    ...(on_behalf_of && { on_behalf_of: idOf(on_behalf_of) ?? '' }),
    ...(destination !== null && {
      transfer_data: {
        destination,
        ...(transfer_data?.amount_percent != null && {
          amount_percent: transfer_data.amount_percent,
        }),
      },
    }),
    ...(invoice_settings?.days_until_due != null && {
      invoice_settings: { days_until_due: invoice_settings.days_until_due },
    }),
    ...(phase.trial_end !== null && { trial_end: phase.trial_end }),
  };
}

function repeatItem(item: CurrentPhase['items'][number]): SchedulePhase['items'][number] {
  const discounts = discountsOfPhase(item.discounts);
  const taxRates = item.tax_rates ?? [];
  return {
    price: idOf(item.price) ?? '',
    ...(item.quantity !== undefined && { quantity: item.quantity }),
    ...(taxRates.length > 0 && { tax_rates: taxRates.map(({ id }) => id) }),
    ...(discounts.length > 0 && { discounts }),
    ...(item.metadata && Object.keys(item.metadata).length > 0 && { metadata: item.metadata }),
  };
}

function discountsOfPhase(discounts: CurrentPhase['discounts']): DiscountParam[] {
  return discounts.flatMap((one): DiscountParam[] => {
    const discount = idOf(one.discount);
    const promotionCode = idOf(one.promotion_code);
    const coupon = idOf(one.coupon);
    if (discount !== null) return [{ discount }];
    // Of a phase to come: there is no discount yet, only what will make one.
    if (promotionCode !== null) return [{ promotion_code: promotionCode }];
    return coupon === null ? [] : [{ coupon }];
  });
}
