import type { World } from '../core/world.ts';
import type { Customer } from '../customers/customer.ts';
import { startSubscription } from '../subscriptions/create.ts';
import { nextBillingAt } from '../subscriptions/renew.ts';
import { refuse } from '../wire/fault.ts';
import { pendingItems } from './invoice-item.ts';
import type { InvoiceRequest } from './issue.ts';
import { nothingDue, willBill } from './preview-next.ts';
import type { PreviewDetails, PreviewParams } from './preview-params.ts';
import { requestOfSubscription } from './preview-subscription.ts';

/** The first bill of a subscription that does not exist yet. */
export function requestOfNew(
  world: World,
  customer: Customer,
  params: PreviewParams,
): InvoiceRequest {
  const details: PreviewDetails = params.subscription_details ?? {};
  refuseRunning(details);
  const now = world.clock.now();
  const start = details.start_date;
  if (start !== undefined && start > now) world.clock.freeze(start);
  return startSubscription(world, {
    customer: customer.id,
    items: details.items ?? [],
    currency: params.currency,
    discounts: params.discounts,
    backdate_start_date: start !== undefined && start < now ? start : undefined,
    billing_cycle_anchor: anchorOf(details),
    billing_mode: details.billing_mode,
    cancel_at: details.cancel_at === '' ? undefined : details.cancel_at,
    cancel_at_period_end: details.cancel_at_period_end,
    default_tax_rates: details.default_tax_rates,
    metadata: details.metadata,
    proration_behavior: details.proration_behavior,
    trial_end: details.trial_end,
  });
}

/**
 * The earliest of all that the customer's subscriptions will be billed for; without any, a bill
 * of what waits.
 */
export function requestOfCustomer(
  world: World,
  customer: Customer,
  params: PreviewParams,
): InvoiceRequest {
  const [next] = world.store.subscriptions
    .where('customer', customer.id)
    .filter((row) => willBill(world, row))
    .toSorted((left, right) => nextBillingAt(world, left) - nextBillingAt(world, right));
  if (next !== undefined) return requestOfSubscription(world, next, params);
  const now = world.clock.now();
  const currency = params.currency ?? customer.currency ?? currencyOfItems(world, params);
  const owner = { customer: customer.id, subscription: null, currency };
  const isEmpty = (params.invoice_items ?? []).length + pendingItems(world, owner).length === 0;
  if (isEmpty) throw nothingDue(`customer: ${customer.id}`);
  return {
    ...owner,
    lines: [],
    discounts: [],
    reason: 'manual',
    prorationAt: null,
    period: { start: now, end: now },
    takesPending: true,
  };
}

function currencyOfItems(world: World, { invoice_items: items = [] }: PreviewParams): string {
  const [first] = items;
  const price = world.store.prices.find(first?.price);
  return first?.currency ?? first?.price_data?.currency ?? price?.currency ?? 'usd';
}

function anchorOf({ billing_cycle_anchor: anchor }: PreviewDetails): number | undefined {
  if (anchor?.type !== 'timestamp') return undefined;
  if (anchor.timestamp !== undefined) return anchor.timestamp;
  const at = 'subscription_details[billing_cycle_anchor][timestamp]';
  throw refuse(`Missing required param: ${at}.`, at, 'parameter_missing');
}

/** What only a subscription can do that runs. */
function refuseRunning(details: PreviewDetails): void {
  const keys = ['cancel_now', 'pause', 'proration_date', 'resume_at'] as const;
  const wrong = keys.find((key) => details[key] !== undefined);
  if (wrong === undefined) return;
  const at = `subscription_details[${wrong}]`;
  throw refuse(`\`${at}\` is only for the preview of an existing subscription.`, at);
}
