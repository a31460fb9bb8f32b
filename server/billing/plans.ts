import type { Plan, PlanPrice, QuantityRule } from '../../contract/billing.ts';
import type { Settings } from '../settings.ts';
import { productIdOf, type Catalogue } from '../stripe/catalogue.ts';
import type { StripePrice, StripeProduct, StripeSubscription } from '../stripe/types.ts';
import type { Billing } from './context.ts';
import { approximateDays } from './interval.ts';
import { presentPlan, presentTerms } from './present/plan.ts';
import { quantityRule } from './quantity.ts';
import { isEnded, planItem, productIdsOf } from './subscription-state.ts';

/** A price that a customer may choose, in one currency. */
export interface OfferedPrice {
  price: StripePrice;
  product: StripeProduct;
  currency: string;
  quantity: QuantityRule | null;
}

/** What this customer may choose for a subscription, or, without one, what is sold at all. */
export async function listPlans(
  { catalogue, settings, gateway }: Billing,
  subscriptionId: string | undefined,
): Promise<{ plans: Plan[] }> {
  const known = await catalogue.get();
  if (subscriptionId === undefined) {
    return { plans: groupPlans(offeredPrices(known, settings, null), null, settings) };
  }
  const subscription = await gateway.subscriptions.retrieve(subscriptionId);
  return { plans: groupPlans(pricesFor(known, settings, subscription), subscription, settings) };
}

/**
 * The prices that a subscription may go to, its own among them. A subscription on a product that
 * the portal does not list (an add-on, say) may only stay on its own product.
 */
export function pricesFor(
  catalogue: Catalogue,
  settings: Settings,
  subscription: StripeSubscription,
): OfferedPrice[] {
  const { currency } = subscription;
  const own = productIdsOf(subscription);
  const isPlan = settings.products === null || settings.products.some(({ id }) => own.includes(id));
  const mayLeave = isEnded(subscription)
    ? settings.features.changePlanOnResubscribe
    : settings.features.changePlan;
  const offered = offeredPrices(catalogue, settings, currency).filter(
    ({ product }) => (isPlan && mayLeave) || own.includes(product.id),
  );
  const current = planItem(subscription)?.price;
  if (!current || offered.some(({ price }) => price.id === current.id)) return offered;
  const product = catalogue.products.get(productIdOf(current));
  const known = catalogue.prices.get(current.id) ?? current;
  if (!product || (isEnded(subscription) && isWithdrawn(known, product, settings))) return offered;
  const quantity = quantityRule(product, settings);
  return [{ price: known, product, currency, quantity }, ...offered];
}

/** Whether nobody may start on this price any more; who is on it may stay. */
function isWithdrawn(price: StripePrice, product: StripeProduct, settings: Settings): boolean {
  const listed = settings.products?.find(({ id }) => id === product.id)?.prices;
  return !price.active || !product.active || (listed != null && !listed.includes(price.id));
}

function offeredPrices(
  catalogue: Catalogue,
  settings: Settings,
  currency: string | null,
): OfferedPrice[] {
  return [...catalogue.prices.values()].flatMap((price) => {
    const product = catalogue.products.get(productIdOf(price));
    if (!product?.active || price.recurring?.usage_type !== 'licensed') return [];
    if (currency !== null && !hasCurrency(price, currency)) return [];
    const listed = settings.products?.find(({ id }) => id === product.id);
    if (settings.products !== null && !listed) return [];
    if (listed?.prices && !listed.prices.includes(price.id)) return [];
    const quantity = quantityRule(product, settings);
    return [{ price, product, currency: currency ?? price.currency, quantity }];
  });
}

function hasCurrency(price: StripePrice, currency: string): boolean {
  return price.currency === currency || price.currency_options?.[currency] !== undefined;
}

/** In the order of the portal file; without a list there, the cheapest first. */
function groupPlans(
  offered: OfferedPrice[],
  subscription: StripeSubscription | null,
  settings: Settings,
): Plan[] {
  const isRunning = subscription !== null && !isEnded(subscription);
  const currentId = isRunning ? planItem(subscription)?.price.id : null;
  const plans = new Map<string, { product: StripeProduct; prices: PlanPrice[] }>();
  for (const { price, product, currency, quantity } of offered) {
    const terms = presentTerms(price, product, currency);
    const plan = plans.get(product.id) ?? { product, prices: [] };
    plan.prices.push({ ...terms, isCurrent: price.id === currentId, quantity });
    plans.set(product.id, plan);
  }
  return [...plans.values()]
    .map(({ product, prices }) => presentPlan(product, prices.toSorted(byIntervalThenAmount)))
    .toSorted((a, b) => rank(a, settings) - rank(b, settings) || cheapest(a) - cheapest(b));
}

function byIntervalThenAmount(a: PlanPrice, b: PlanPrice): number {
  const length = (price: PlanPrice): number => approximateDays(price.interval, price.intervalCount);
  return length(a) - length(b) || (a.unitAmount ?? 0) - (b.unitAmount ?? 0);
}

function rank({ productId }: Plan, { products }: Settings): number {
  return products?.findIndex(({ id }) => id === productId) ?? 0;
}

function cheapest(plan: Plan): number {
  return Math.min(
    ...plan.prices.map(
      (price) => (price.unitAmount ?? 0) / approximateDays(price.interval, price.intervalCount),
    ),
  );
}
