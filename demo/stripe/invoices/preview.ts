import type { World } from '../core/world.ts';
import { refuse } from '../wire/fault.ts';
import { DRAFT_SECONDS } from './draft-hour.ts';
import { draftInvoice } from './issue.ts';
import type { InvoiceRequest } from './issue.ts';
import type { Invoice } from './invoice.ts';
import { previewCustomer } from './preview-customer.ts';
import { addPreviewItems } from './preview-items.ts';
import type { PreviewParams } from './preview-params.ts';
import { requestOfCustomer, requestOfNew } from './preview-new.ts';
import { requestOfSchedule } from './preview-schedule.ts';
import { requestOfSubscription } from './preview-subscription.ts';

/**
 * The invoice that would come next, or that a change would ask for at once. It goes the way of the
 * real thing, up to the moment of asking; the router then undoes everything.
 * @throws `invoice_upcoming_none`
 * @see https://docs.stripe.com/api/invoices/create_preview
 */
export function previewInvoice(world: World, params: PreviewParams): Invoice {
  checkTogether(params);
  const request = requestOf(world, params);
  const { customer, subscription, currency } = request;
  addPreviewItems(world, params.invoice_items ?? [], { customer, subscription, currency });
  const draft = draftInvoice(world, inMode(world, request, params));
  return world.store.invoices.update(draft.id, {
    id: `upcoming_in_${draft.id.slice(3)}`,
    billingReason: 'upcoming',
    nextPaymentAttempt:
      draft.collectionMethod === 'send_invoice' ? null : draft.created + DRAFT_SECONDS,
  });
}

/** Nobody is named: it is for somebody who is no customer yet. */
export function isAnonymous({ customer, subscription, schedule }: PreviewParams): boolean {
  return customer === undefined && subscription === undefined && schedule === undefined;
}

function requestOf(world: World, params: PreviewParams): InvoiceRequest {
  const { subscription: id, customer_details: details } = params;
  if (params.schedule !== undefined || params.schedule_details !== undefined) {
    return requestOfSchedule(world, params);
  }
  if (id !== undefined) {
    const subscription = world.store.subscriptions.get(id, 'subscription');
    if (params.customer !== undefined && params.customer !== subscription.customer) {
      throw refuse(
        'The subscription does not belong to the customer.',
        'subscription',
        'resource_missing',
      );
    }
    previewCustomer(world, subscription.customer, details);
    return requestOfSubscription(world, subscription, params);
  }
  if (isAnonymous(params) && details === undefined) {
    throw refuse('You must pass customer or subscription.', 'customer', 'parameter_missing');
  }
  const customer = previewCustomer(world, params.customer, details);
  return params.subscription_details?.items === undefined
    ? requestOfCustomer(world, customer, params)
    : requestOfNew(world, customer, params);
}

/** The steady state has neither what waits for one invoice, nor coupons for one. */
function inMode(world: World, request: InvoiceRequest, params: PreviewParams): InvoiceRequest {
  if (params.preview_mode !== 'recurring') return request;
  const lasting = request.discounts.filter((discount) => !isOnce(world, discount));
  return { ...request, discounts: lasting, takesPending: false };
}

function isOnce(world: World, discount: string): boolean {
  const { coupon } = world.store.discounts.get(discount);
  return world.store.coupons.get(coupon).duration === 'once';
}

function checkTogether(params: PreviewParams): void {
  const isScheduled = params.schedule !== undefined || params.schedule_details !== undefined;
  const isSubscribed =
    params.subscription !== undefined || params.subscription_details !== undefined;
  if (!isScheduled || !isSubscribed) return;
  const key = params.schedule === undefined ? 'schedule_details' : 'schedule';
  throw refuse(`\`${key}\` cannot be used with \`subscription\` or its fields.`, key);
}
