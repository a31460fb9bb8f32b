/** How many units of a plan: what may be chosen, and what is kept without being chosen. */
import type { QuantityRule } from '../../contract/billing.ts';
import { ProblemError } from '../problem.ts';
import type { Settings } from '../settings.ts';
import { productIdOf } from '../stripe/catalogue.ts';
import type { StripeProduct, StripeSubscriptionItem } from '../stripe/types.ts';

/** For a product that is sold by the unit and whose limits the portal file leaves out. */
const DEFAULT_RULE: QuantityRule = { minimum: 1, maximum: 1_000 };

/** What an item of this product may be counted by; null where the customer has no say. */
export function quantityRule(product: StripeProduct, settings: Settings): QuantityRule | null {
  if (!settings.features.quantity) return null;
  const own = settings.products?.find(({ id }) => id === product.id)?.quantity;
  return own ?? (product.unit_label ? DEFAULT_RULE : null);
}

interface Target {
  product: StripeProduct;
  quantity: QuantityRule | null;
}

/**
 * The quantity that a change goes to: the wished one, else the present one wherever the target is
 * counted too. Nobody loses seats by not being asked. Throws where the wish is not allowed; the
 * present quantity of the same product always is.
 */
export function chooseQuantity(
  wished: number | null,
  target: Target,
  present: StripeSubscriptionItem | null,
): number {
  const { product, quantity: rule } = target;
  const current = present?.quantity ?? 1;
  const isSameProduct = present !== null && productIdOf(present.price) === product.id;
  const isCounted = isSameProduct || rule !== null || product.unit_label !== null;
  const usual = isCounted ? current : 1;
  const quantity = wished ?? (isSameProduct ? usual : clamp(usual, rule));
  if (quantity === usual && (isSameProduct || rule === null)) return quantity;
  const { minimum, maximum } = rule ?? { minimum: 1, maximum: 1 };
  if (quantity >= minimum && quantity <= maximum) return quantity;
  throw new ProblemError('quantity-invalid', {
    field: 'quantity',
    detail: `The quantity must be from ${minimum} to ${maximum}.`,
  });
}

function clamp(quantity: number, rule: QuantityRule | null): number {
  return rule ? Math.min(Math.max(quantity, rule.minimum), rule.maximum) : quantity;
}
