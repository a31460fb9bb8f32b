import type { ResubscribeRequest } from '../../contract/api.ts';
import type { Preview } from '../../contract/billing.ts';
import { ProblemError } from '../problem.ts';
import type { PreviewParams } from '../stripe/gateway/invoices.ts';
import type { SubscriptionCreate } from '../stripe/gateway/subscriptions.ts';
import type { StripeInvoice, StripePromotionCode, StripeSubscription } from '../stripe/types.ts';
import { assertAllowed } from './allowed-actions.ts';
import { termsOf, type CarriedTerms } from './carried-terms.ts';
import type { Billing } from './context.ts';
import { approximatePeriod } from './interval.ts';
import { chargeAfterBalance, discountsAt } from './next-charge.ts';
import { readSubscription } from './overview.ts';
import { pricesFor, type OfferedPrice } from './plans.ts';
import { presentPromotion } from './present/discount.ts';
import { presentAmounts, presentLines, type InvoiceAmounts } from './present/preview.ts';
import { sealPreview, type Shown, type ShownAmounts } from './preview-token.ts';
import { resolvePromotionCode } from './promotion.ts';
import { chooseQuantity } from './quantity.ts';
import type { Snapshot } from './snapshot.ts';
import { planItem } from './subscription-state.ts';

/** A new subscription worked out to the cent; nothing has happened yet. */
export interface WorkedOutStart {
  ended: StripeSubscription;
  target: OfferedPrice;
  items: NonNullable<SubscriptionCreate['items']>;
  quantity: number;
  terms: CarriedTerms;
  promotion: StripePromotionCode | null;
  invoice: StripeInvoice;
  amounts: InvoiceAmounts;
  next: { amount: number; date: number };
  snapshot: Snapshot;
}

export interface StartWish {
  priceId: string | null;
  quantity: number | null;
  promotionCode: string | null;
}

/** What a new subscription after an ended one would cost. */
export async function previewResubscribe(
  billing: Billing,
  endedId: string,
  request: ResubscribeRequest,
): Promise<Preview> {
  const now = billing.now();
  const promotionCode = request.promotionCode ?? null;
  const worked = await workOutStart(billing, endedId, {
    priceId: request.priceId ?? null,
    quantity: request.quantity ?? null,
    promotionCode,
  });
  const { target, quantity, amounts, promotion, invoice, snapshot } = worked;
  const shown: Shown = {
    kind: 'resubscribe',
    subscriptionId: endedId,
    priceId: target.price.id,
    quantity,
    promotionCode,
    prorationDate: now,
    ...startAmounts(worked),
  };
  return {
    currency: shown.currency,
    dueNow: amounts.dueNow,
    lines: presentLines(invoice, snapshot.catalogue),
    next: worked.next,
    effective: 'now',
    effectiveAt: now,
    creditLeft: amounts.creditLeft,
    discounts: [promotion && presentPromotion(promotion)].flatMap((one) => one ?? []),
    ...(await sealPreview(billing, shown)),
  };
}

export function startAmounts({ target, amounts, next }: WorkedOutStart): ShownAmounts {
  return {
    effective: 'now',
    currency: target.currency,
    dueNow: amounts.dueNow,
    creditLeft: amounts.creditLeft,
    nextAmount: next.amount,
    nextAt: next.date,
  };
}

export async function workOutStart(
  billing: Billing,
  endedId: string,
  wish: StartWish,
): Promise<WorkedOutStart> {
  const { settings } = billing;
  const { snapshot, subscription: ended } = await readSubscription(billing, endedId);
  assertAllowed('resubscribe', ended, { snapshot, settings });
  const item = planItem(ended);
  const priceId = wish.priceId ?? item?.price.id;
  const target = pricesFor(snapshot.catalogue, settings, ended).find(
    ({ price }) => price.id === priceId,
  );
  if (!target) throw new ProblemError('plan-unavailable', { field: 'priceId' });
  const quantity = chooseQuantity(wish.quantity, target, item);
  const promotion = await promotionFor(billing, snapshot, {
    target,
    code: wish.promotionCode,
    endedId: ended.id,
  });
  const terms = termsOf(ended);
  const items = [{ ...terms.item, price: target.price.id, quantity }];
  const plan = { target, items, terms, promotion };
  const [invoice, following] = await Promise.all([
    billing.gateway.invoices.previewNew(firstInvoice(plan)),
    billing.gateway.invoices.previewNew(followingInvoice(plan, billing.now())),
  ]);
  const amounts = presentAmounts(invoice);
  const charges = invoice.lines.data.filter(({ pricing }) => pricing !== null);
  const next = {
    amount: chargeAfterBalance(following, amounts.balanceAfter),
    date: Math.max(...charges.map((line) => line.period.end)),
  };
  return { ended, quantity, ...plan, invoice, amounts, next, snapshot };
}

type Plan = Pick<WorkedOutStart, 'target' | 'items' | 'terms' | 'promotion'>;

function firstInvoice({ target, items, terms, promotion }: Plan): PreviewParams {
  return {
    ...terms.invoice,
    currency: target.currency,
    subscription_details: { ...terms.previewed, items },
    ...(promotion && { discounts: [{ promotion_code: promotion.id }] }),
  };
}

/** The steady state after the first period, with the discounts that are certain to be there still. */
function followingInvoice(plan: Plan, now: number): PreviewParams {
  const { promotion: _first, ...rest } = plan;
  const discounts = discountsAt({
    subscription: null,
    promotion: plan.promotion,
    now,
    at: now + approximatePeriod(plan.target.price),
    isAfterAnother: true,
  });
  return {
    ...firstInvoice({ ...rest, promotion: null }),
    preview_mode: 'recurring',
    ...(discounts !== undefined && { discounts }),
  };
}

async function promotionFor(
  billing: Billing,
  snapshot: Snapshot,
  { target, code, endedId }: { target: OfferedPrice; code: string | null; endedId: string },
): Promise<StripePromotionCode | null> {
  if (code === null) return null;
  if (!billing.settings.features.couponOnResubscribe) throw new ProblemError('action-not-allowed');
  return resolvePromotionCode(billing, code, {
    snapshot,
    startAfter: endedId,
    currency: target.currency,
    productIds: [target.product.id],
    isUpdate: false,
  });
}
