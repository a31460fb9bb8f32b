import type { ChangeResult, ResubscribeRequest } from '../../contract/api.ts';
import type { Preview } from '../../contract/billing.ts';
import { ProblemError } from '../problem.ts';
import { productIdOf } from '../stripe/catalogue.ts';
import { expanded } from '../stripe/ids.ts';
import type { StripeInvoice, StripePromotionCode, StripeSubscription } from '../stripe/types.ts';
import { assertAllowed } from './allowed-actions.ts';
import { checkQuantity } from './change-plan.ts';
import type { Billing, BillingChange } from './context.ts';
import { chargeAfterBalance, discountsAt } from './next-charge.ts';
import { getSubscription, readSubscription } from './overview.ts';
import { paymentOutcome } from './payment-outcome.ts';
import { pricesFor, type OfferedPrice } from './plans.ts';
import { presentPromotion } from './present/discount.ts';
import { presentAmounts, presentLines } from './present/preview.ts';
import { assertSameAmounts, openPreview, sealPreview, type Shown } from './preview-token.ts';
import { resolvePromotionCode } from './promotion.ts';
import { defaultPaymentMethodId, type Snapshot } from './snapshot.ts';
import { isEnded, planItem } from './subscription-state.ts';

/** On the new subscription: which preview made it, so that a lost answer is found again. */
const MADE_BY = 'portico_preview';

/** What a new subscription after an ended one would cost. */
export async function previewResubscribe(
  billing: Billing,
  endedId: string,
  request: ResubscribeRequest,
): Promise<Preview> {
  const now = billing.now();
  const worked = await workOut(billing, endedId, {
    priceId: request.priceId ?? null,
    quantity: request.quantity ?? null,
    promotionCode: request.promotionCode ?? null,
  });
  const { amounts, promotion, invoice, snapshot } = worked;
  const shown: Shown = {
    kind: 'resubscribe',
    subscriptionId: endedId,
    priceId: worked.target.price.id,
    quantity: worked.quantity,
    promotionCode: request.promotionCode ?? null,
    prorationDate: now,
    ...amountsShown(worked),
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

/**
 * Starts the new subscription that a preview showed. Never a second one beside a live one: not for
 * a second click, and not after a lost answer. A payment that fails leaves nothing behind.
 */
export async function resubscribe(
  billing: BillingChange,
  endedId: string,
  previewToken: string,
): Promise<ChangeResult> {
  const shown = await openPreview(billing, previewToken, {
    kind: 'resubscribe',
    subscriptionId: endedId,
  });
  const made = (await billing.gateway.subscriptions.list()).find(
    (one) => one.metadata[MADE_BY] === shown.id && !isEnded(one),
  );
  const subscription = made ?? (await create(billing, endedId, shown));
  const clientSecret = await settle(billing, subscription);
  const result = await getSubscription(billing, subscription.id);
  if (clientSecret === null) return { status: 'done', subscription: result };
  const { publishableKey } = billing;
  return { status: 'requires-action', clientSecret, publishableKey, subscription: result };
}

interface Wish {
  priceId: string | null;
  quantity: number | null;
  promotionCode: string | null;
}

interface WorkedOut {
  target: OfferedPrice;
  quantity: number;
  promotion: StripePromotionCode | null;
  invoice: StripeInvoice;
  amounts: ReturnType<typeof presentAmounts>;
  next: { amount: number; date: number };
  snapshot: Snapshot;
}

async function workOut(billing: Billing, endedId: string, wish: Wish): Promise<WorkedOut> {
  const { gateway, settings } = billing;
  const { snapshot, subscription } = await readSubscription(billing, endedId);
  assertAllowed('resubscribe', subscription, { snapshot, settings });
  const item = planItem(subscription);
  const priceId = wish.priceId ?? item?.price.id;
  const offered = pricesFor(snapshot.catalogue, settings, subscription);
  const target = offered.find(({ price }) => price.id === priceId);
  if (!target) throw new ProblemError('plan-unavailable', { field: 'priceId' });
  const before = item?.quantity ?? 1;
  const isSamePrice = target.price.id === item?.price.id;
  const usual = isSamePrice || target.quantity ? before : 1;
  const quantity = checkQuantity(wish.quantity ?? usual, target, isSamePrice ? before : null);
  const promotion = await promotionFor(billing, target, wish.promotionCode);
  const items = [{ price: target.price.id, quantity }];
  const { currency } = target;
  const discountsLater = discountsAt({
    subscription: null,
    promotion,
    at: 0,
    isAfterAnother: true,
  });
  const [invoice, following] = await Promise.all([
    gateway.invoices.previewNew({
      currency,
      subscription_details: { items },
      ...(promotion && { discounts: [{ promotion_code: promotion.id }] }),
    }),
    gateway.invoices.previewNew({
      currency,
      preview_mode: 'recurring',
      subscription_details: { items },
      ...(discountsLater !== undefined && { discounts: discountsLater }),
    }),
  ]);
  const amounts = presentAmounts(invoice);
  const next = {
    amount: chargeAfterBalance(following, amounts.balanceAfter),
    date: Math.max(...invoice.lines.data.map((line) => line.period.end)),
  };
  return { target, quantity, promotion, invoice, amounts, next, snapshot };
}

function amountsShown({
  target,
  amounts,
  next,
}: WorkedOut): Pick<Shown, 'effective' | 'currency' | 'dueNow' | 'nextAmount'> {
  return {
    effective: 'now',
    currency: target.currency,
    dueNow: amounts.dueNow,
    nextAmount: next.amount,
  };
}

async function promotionFor(
  billing: Billing,
  target: OfferedPrice,
  code: string | null,
): Promise<StripePromotionCode | null> {
  if (code === null) return null;
  if (!billing.settings.features.couponOnResubscribe) throw new ProblemError('action-not-allowed');
  const productIds = [productIdOf(target.price)];
  return resolvePromotionCode(billing, code, {
    currency: target.currency,
    productIds,
    isUpdate: false,
  });
}

async function create(
  billing: BillingChange,
  endedId: string,
  shown: Shown & { id: string },
): Promise<StripeSubscription> {
  const worked = await workOut(billing, endedId, shown);
  assertSameAmounts(shown, amountsShown(worked));
  const { target, quantity, promotion, snapshot, amounts } = worked;
  const paymentMethodId = defaultPaymentMethodId(snapshot.customer);
  if (paymentMethodId === null && (amounts.dueNow > 0 || worked.next.amount > 0)) {
    throw new ProblemError('payment-method-required');
  }
  return billing.gateway.subscriptions.create(
    {
      items: [{ price: target.price.id, quantity }],
      currency: target.currency,
      payment_behavior: 'allow_incomplete',
      off_session: false,
      metadata: { [MADE_BY]: shown.id },
      ...(promotion && { discounts: [{ promotion_code: promotion.id }] }),
    },
    billing.key(`create-${shown.id}`),
  );
}

/** As for a change: the browser asks the bank's question; a declined card leaves nothing behind. */
async function settle(
  billing: BillingChange,
  subscription: StripeSubscription,
): Promise<string | null> {
  if (subscription.status !== 'incomplete') return null;
  const id = expanded(subscription.latest_invoice)?.id;
  if (id === undefined) throw new ProblemError('outcome-unknown');
  const invoice = await billing.gateway.invoices.retrieveWithPayments(id);
  const outcome = paymentOutcome(invoice);
  switch (outcome.kind) {
    case 'paid':
      return null;
    case 'requires-action':
      return outcome.clientSecret;
    case 'processing':
      throw new ProblemError('outcome-unknown');
    case 'failed':
      if (invoice.status === 'open') await billing.gateway.subscriptions.cancelNow(subscription);
      throw outcome.problem;
  }
}
