import { itemsOf } from '../subscriptions/subscription-item.ts';
import { isLive } from '../subscriptions/subscription.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import { startSubscription } from '../subscriptions/create.ts';
import { readChange } from '../subscriptions/read-change.ts';
import { enterNextPeriod, finalRequest, nextBillingAt } from '../subscriptions/renew.ts';
import { applyPlan, termsOf } from '../subscriptions/terms.ts';
import { changeInvoice } from '../subscriptions/update.ts';
import type { World } from '../core/world.ts';
import { dropDiscounts } from '../discounts/redeem.ts';
import { planChange, planEnd } from '../money/plan-change.ts';
import { refuse, StripeFault } from '../wire/fault.ts';
import { nextPhaseAt } from '../schedules/enter-phase.ts';
import { DRAFT_SECONDS } from './draft-hour.ts';
import { draftInvoice } from './issue.ts';
import type { InvoiceRequest } from './issue.ts';
import type { Invoice } from './invoice.ts';
import { pendingItems } from './invoice-item.ts';
import { addPending } from './pending.ts';
import type { PreviewDetails, PreviewParams } from './preview-params.ts';

/**
 * The invoice that would come next, or that a change would ask for at once. It goes the way of the
 * real thing, up to the moment of asking; the router then undoes everything.
 * @throws `invoice_upcoming_none`
 * @see https://docs.stripe.com/api/invoices/create_preview
 */
export function previewInvoice(world: World, params: PreviewParams): Invoice {
  const { subscription: id, customer } = params;
  if (id !== undefined)
    return previewFor(world, world.store.subscriptions.get(id, 'subscription'), params);
  if (customer === undefined) {
    throw refuse('You must pass customer or subscription.', 'customer', 'parameter_missing');
  }
  world.store.customers.get(customer, 'customer');
  const { items } = params.subscription_details ?? {};
  return items === undefined ? previewNextOf(world, customer, params) : previewNew(world, params);
}

function previewNew(world: World, params: PreviewParams): Invoice {
  const details: Partial<PreviewDetails> = params.subscription_details ?? {};
  const { items, trial_end: trialEnd, billing_mode: mode, default_tax_rates: taxRates } = details;
  const request = startSubscription(world, {
    customer: params.customer ?? '',
    items: items ?? [],
    currency: params.currency,
    discounts: params.discounts,
    trial_end: trialEnd,
    billing_mode: mode,
    default_tax_rates: taxRates,
  });
  return asPreview(world, draftInvoice(world, inMode(world, request, params)));
}

/** The steady state has neither what waits for one invoice, nor coupons for one. */
function inMode(world: World, request: InvoiceRequest, params: PreviewParams): InvoiceRequest {
  if (params.preview_mode !== 'recurring') return request;
  const lasting = request.discounts.filter((discount) => !isOnce(world, discount));
  return { ...request, discounts: lasting, takesPending: false };
}

/** The earliest of all that the customer's subscriptions will be billed for. */
function previewNextOf(world: World, customer: string, params: PreviewParams): Invoice {
  const [next] = world.store.subscriptions
    .where('customer', customer)
    .filter((row) => willBill(world, row))
    .toSorted((left, right) => nextBillingAt(world, left) - nextBillingAt(world, right));
  if (next === undefined) throw nothingDue(`customer: ${customer}`);
  return previewFor(world, next, params);
}

function previewFor(world: World, subscription: Subscription, params: PreviewParams): Invoice {
  const details: Partial<PreviewDetails> = params.subscription_details ?? {};
  if (params.customer !== undefined && params.customer !== subscription.customer) {
    throw refuse(
      'The subscription does not belong to the customer.',
      'subscription',
      'resource_missing',
    );
  }
  if (!isLive(subscription)) throw nothingDue(`subscription: ${subscription.id}`);
  if (details.cancel_now === true) return previewEnd(world, subscription);
  const { items, proration_behavior: behavior, proration_date: date } = details;
  const { discounts, change } = readChange(
    world,
    subscription,
    {
      items,
      default_tax_rates: details.default_tax_rates,
      proration_behavior: behavior,
      proration_date: date,
      discounts: params.discounts,
      billing_cycle_anchor: details.billing_cycle_anchor,
      trial_end: details.trial_end,
    },
    'subscription_details',
  );
  world.store.subscriptions.update(subscription.id, {
    discounts,
    ...taxes(world, subscription, details),
    ...cancellation(world, subscription, params),
  });
  if (change === null) return previewNext(world, subscription.id, params);
  const plan = planChange(change);
  if (plan.billing === 'now' && params.preview_mode !== 'recurring') {
    const request = changeInvoice(world, subscription, { plan, change });
    return asPreview(world, draftInvoice(world, request));
  }
  applyPlan(world, subscription.id, plan);
  if (plan.billing === 'pending') addPending(world, subscription, plan.prorations);
  dropDiscounts(world, subscription.id, plan.usedDiscounts);
  return previewNext(world, subscription.id, params);
}

function previewEnd(world: World, subscription: Subscription): Invoice {
  const { customer, currency, id } = subscription;
  const now = world.clock.now();
  const request: InvoiceRequest = {
    customer,
    subscription: id,
    currency,
    discounts: [],
    reason: 'subscription_update',
    lines: planEnd(termsOf(world, subscription), now),
    prorationAt: now,
    period: { start: now, end: now },
    takesPending: true,
  };
  return asPreview(world, draftInvoice(world, request));
}

/** Goes to the day of the next bill, and draws that up. */
function previewNext(world: World, id: string, params: PreviewParams): Invoice {
  const subscription = world.store.subscriptions.get(id);
  const schedule = world.store.schedules.find(subscription.schedule);
  const phaseAt =
    schedule?.phases[schedule.entered + 1] === undefined ? Infinity : nextPhaseAt(schedule);
  const at = Math.min(nextBillingAt(world, subscription), phaseAt);
  const isEnding = subscription.cancelAt !== null && subscription.cancelAt <= at;
  world.clock.freeze(isEnding ? (subscription.cancelAt ?? at) : at);
  const isRecurring = params.preview_mode === 'recurring';
  const request = isEnding ? finalRequest(world, subscription) : enterNextPeriod(world, id);
  if (request === null || (isRecurring && isEnding)) throw nothingDue(`subscription: ${id}`);
  return asPreview(world, draftInvoice(world, inMode(world, request, params)));
}

function asPreview(world: World, draft: Invoice): Invoice {
  return world.store.invoices.update(draft.id, {
    id: `upcoming_in_${draft.id.slice(3)}`,
    billingReason: 'upcoming',
    nextPaymentAttempt:
      draft.collectionMethod === 'send_invoice' ? null : draft.created + DRAFT_SECONDS,
  });
}

function taxes(
  world: World,
  { defaultTaxRates }: Subscription,
  { default_tax_rates: rates }: Partial<PreviewDetails>,
): Partial<Subscription> {
  if (rates === undefined) return { defaultTaxRates };
  const at = 'subscription_details[default_tax_rates]';
  return { defaultTaxRates: (rates || []).map((id) => world.store.taxRates.get(id, at).id) };
}

function cancellation(
  world: World,
  { id, cancelAt }: Subscription,
  { subscription_details: details }: PreviewParams,
): Partial<Subscription> {
  const ends = itemsOf(world, id).map((item) => item.end);
  if (details?.cancel_at_period_end === true) return { cancelAt: Math.max(...ends) };
  const { cancel_at: at } = details ?? {};
  if (at === '' || details?.cancel_at_period_end === false) return { cancelAt: null };
  if (at === undefined) return { cancelAt };
  return {
    cancelAt:
      typeof at === 'number' ? at : at === 'min_period_end' ? Math.min(...ends) : Math.max(...ends),
  };
}

function willBill(world: World, subscription: Subscription): boolean {
  if (!['active', 'trialing', 'past_due'].includes(subscription.status)) return false;
  const { id, customer, currency, cancelAt } = subscription;
  const at = nextBillingAt(world, subscription);
  return (
    cancelAt === null ||
    cancelAt > at ||
    pendingItems(world, { customer, subscription: id, currency }).length > 0
  );
}

function isOnce(world: World, discount: string): boolean {
  const { coupon } = world.store.discounts.get(discount);
  return world.store.coupons.get(coupon).duration === 'once';
}

function nothingDue(what: string): StripeFault {
  return new StripeFault({
    status: 404,
    message: `No upcoming invoices for ${what}`,
    details: { code: 'invoice_upcoming_none' },
  });
}
