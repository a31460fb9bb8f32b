import type { ChangeRequest } from '../../contract/api.ts';
import type { Preview } from '../../contract/billing.ts';
import type {
  DiscountParam,
  ItemParam,
  StripeInvoice,
  StripePromotionCode,
} from '../stripe/types.ts';
import { planChange, type PlannedChange } from './change-plan.ts';
import type { Billing } from './context.ts';
import { approximatePeriod } from './interval.ts';
import { chargeAfterBalance, discountsAt } from './next-charge.ts';
import { readSubscription } from './overview.ts';
import { presentDiscount, presentPromotion } from './present/discount.ts';
import { presentAmounts, presentLines, type InvoiceAmounts } from './present/preview.ts';
import { sealPreview, type Shown, type ShownAmounts } from './preview-token.ts';
import {
  hasAnyCode,
  hasCode,
  refusedCode,
  resolvePromotionCode,
  withPromotion,
} from './promotion.ts';
import type { Snapshot } from './snapshot.ts';
import { discountsOf } from './subscription-state.ts';
import { ProblemError } from '../problem.ts';

/** A change worked out to the cent; nothing has happened yet. */
export interface WorkedOutChange {
  change: PlannedChange;
  promotion: StripePromotionCode | null;
  prorationDate: number;
  /** The invoice that would be made now; null where none would. */
  invoice: StripeInvoice | null;
  next: { amount: number; date: number } | null;
  amounts: InvoiceAmounts;
  snapshot: Snapshot;
}

export interface ChangeWish {
  priceId: string;
  quantity: number | null;
  promotionCode: string | null;
  prorationDate: number;
}

/** What a change of plan or quantity would cost, and a token that does exactly this. */
export async function previewChange(
  billing: Billing,
  subscriptionId: string,
  request: ChangeRequest,
): Promise<Preview> {
  const wish: ChangeWish = {
    priceId: request.priceId,
    quantity: request.quantity ?? null,
    promotionCode: request.promotionCode ?? null,
    prorationDate: billing.now(),
  };
  const worked = await workOutChange(billing, subscriptionId, wish);
  const { change, promotion, next, amounts } = worked;
  const shown: Shown = {
    kind: 'change',
    subscriptionId,
    ...wish,
    quantity: change.quantity,
    ...amountsShown(worked),
  };
  return {
    currency: shown.currency,
    dueNow: amounts.dueNow,
    lines: worked.invoice ? presentLines(worked.invoice, worked.snapshot.catalogue) : [],
    next,
    effective: change.effective,
    effectiveAt: change.effective === 'now' ? wish.prorationDate : change.periodEndAt,
    creditLeft: amounts.creditLeft,
    discounts: [
      ...discountsOf(change.subscription).map(presentDiscount),
      promotion && presentPromotion(promotion),
    ].flatMap((one) => one ?? []),
    ...(await sealPreview(billing, shown)),
  };
}

export function amountsShown({ change, amounts, next }: WorkedOutChange): ShownAmounts {
  return {
    effective: change.effective,
    currency: change.subscription.currency,
    dueNow: amounts.dueNow,
    creditLeft: amounts.creditLeft,
    nextAmount: next?.amount ?? null,
    nextAt: next?.date ?? null,
  };
}

export async function workOutChange(
  billing: Billing,
  subscriptionId: string,
  wish: ChangeWish,
): Promise<WorkedOutChange> {
  const { snapshot, subscription } = await readSubscription(billing, subscriptionId);
  const change = planChange(wish, { subscription, snapshot, settings: billing.settings });
  const code = wish.promotionCode;
  const promotion = await promotionFor(billing, snapshot, { change, code });
  const worked = { change, promotion, prorationDate: wish.prorationDate };
  const [invoice, following] = await Promise.all([
    invoicesNow(change) ? previewNow(billing, worked) : null,
    previewFollowing(billing, worked),
  ]);
  const amounts = invoice
    ? presentAmounts(invoice)
    : { dueNow: 0, creditLeft: 0, balanceAfter: snapshot.customer.balance };
  const date = followingDate(change, invoice);
  const next = following && {
    amount: chargeAfterBalance(following, amounts.balanceAfter),
    date,
  };
  return { ...worked, invoice, next, amounts, snapshot };
}

/** The items as the update takes them: with the id, or Stripe would add a second one. */
export function itemParams({ item, target, quantity }: PlannedChange): [ItemParam] {
  return [{ id: item.id, price: target.price.id, quantity }];
}

/** The discounts to send with the change: undefined leaves them as they are. */
export function discountParams(
  { subscription }: PlannedChange,
  promotion: StripePromotionCode | null,
): DiscountParam[] | undefined {
  return promotion ? withPromotion(subscription, promotion) : undefined;
}

/** Whether Stripe makes an invoice at once: not in a trial, and not for what happens later. */
export function invoicesNow({ effective, isTrial }: PlannedChange): boolean {
  return effective === 'now' && !isTrial;
}

/** One code at a time: the one that is there already changes nothing, another is refused. */
async function promotionFor(
  billing: Billing,
  snapshot: Snapshot,
  { change, code }: { change: PlannedChange; code: string | null },
): Promise<StripePromotionCode | null> {
  if (code === null || hasCode(change.subscription, code)) return null;
  if (!billing.settings.features.coupon) throw new ProblemError('action-not-allowed');
  if (hasAnyCode(change.subscription)) throw refusedCode();
  return resolvePromotionCode(billing, code, {
    snapshot,
    currency: change.subscription.currency,
    productIds: [change.target.product.id],
    isUpdate: true,
  });
}

type Worked = Pick<WorkedOutChange, 'change' | 'promotion' | 'prorationDate'>;

function previewNow(
  { gateway }: Billing,
  { change, promotion, prorationDate }: Worked,
): Promise<StripeInvoice | null> {
  const discounts = discountParams(change, promotion);
  return gateway.invoices.preview(change.subscription, {
    ...(discounts && { discounts }),
    subscription_details: {
      items: itemParams(change),
      proration_behavior: 'always_invoice',
      proration_date: prorationDate,
      billing_cycle_anchor: { type: change.anchor },
    },
  });
}

/**
 * The next ordinary invoice. Where nothing is charged before it, Stripe previews the renewal itself,
 * with all that waits for it. Where an invoice is made now, that one takes with it what waits, and
 * the steady state follows.
 */
function previewFollowing(
  { gateway }: Billing,
  { change, promotion, prorationDate }: Worked,
): Promise<StripeInvoice | null> {
  const isRenewal = change.anchor === 'unchanged' && !invoicesNow(change);
  const startsAnew = change.anchor === 'now' && change.effective === 'now';
  const discounts = discountsAt({
    subscription: change.subscription,
    promotion,
    now: prorationDate,
    at: startsAnew ? prorationDate + approximatePeriod(change.target.price) : change.periodEndAt,
    isAfterAnother: invoicesNow(change),
  });
  return gateway.invoices.preview(change.subscription, {
    preview_mode: isRenewal ? 'next' : 'recurring',
    ...(discounts !== undefined && { discounts }),
    subscription_details: {
      items: itemParams(change),
      proration_behavior: 'none',
      billing_cycle_anchor: { type: change.anchor },
    },
  });
}

/** With a new period now, the next charge is at its end: the invoice says where that is. */
function followingDate(change: PlannedChange, invoice: StripeInvoice | null): number {
  if (change.effective === 'period-end' || change.anchor === 'unchanged') return change.periodEndAt;
  const charges = invoice?.lines.data.filter((line) => line.amount >= 0) ?? [];
  const ends = charges.map((line) => line.period.end);
  return ends.length > 0 ? Math.max(...ends) : change.periodEndAt;
}
