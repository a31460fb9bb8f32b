import type Stripe from 'stripe';
import { longId } from '../core/ids.ts';
import type { World } from '../core/world.ts';
import { checkStep } from '../money/currency-step.ts';
import type { Interval } from '../money/period.ts';
import { refuse } from '../wire/fault.ts';
import { decimal, integer, oneOf, required, shape, text } from '../wire/params.ts';
import type { Read } from '../wire/params.ts';
import { checkRecurrence } from './check-recurrence.ts';
import { currencyCode } from './price-params.ts';
import type { Price } from './price.ts';

const taxBehavior = oneOf('unspecified', 'exclusive', 'inclusive');
const common = {
  currency: required(currencyCode),
  product: required(text),
  tax_behavior: taxBehavior,
  unit_amount: integer,
  unit_amount_decimal: decimal,
};

/** A price that is made for one item only. */
export const inlineRecurring = shape<Stripe.SubscriptionUpdateParams.Item.PriceData>()({
  ...common,
  recurring: required(
    shape<Stripe.SubscriptionUpdateParams.Item.PriceData.Recurring>()({
      interval: required(oneOf('day', 'week', 'month', 'year')),
      interval_count: integer,
    }),
  ),
});
export const inlineOneTime =
  shape<Stripe.SubscriptionUpdateParams.AddInvoiceItem.PriceData>()(common);
type InlinePrice = Read<typeof inlineOneTime> & {
  recurring?: { interval: Interval; interval_count?: number | undefined };
};

/** The price is archived at once: nothing else can be put on it. */
export function createInlinePrice(world: World, data: InlinePrice, at: string): Price {
  const product = world.store.products.get(data.product, `${at}[product]`);
  if (!product.active) {
    throw refuse('The product of the price specified is inactive.', `${at}[product]`);
  }
  const { unit_amount: whole, unit_amount_decimal: exact, recurring, currency } = data;
  if ((whole === undefined) === (exact === undefined)) {
    throw refuse('You must pass exactly one of unit_amount and unit_amount_decimal.', at);
  }
  const unit = exact ?? String(whole);
  if (recurring !== undefined && unit.startsWith('-')) {
    throw refuse('Invalid non-negative integer', `${at}[unit_amount]`);
  }
  if (whole !== undefined) checkStep(whole, currency, `${at}[unit_amount]`);
  const tax = data.tax_behavior ?? 'unspecified';
  return world.store.prices.insert({
    id: longId('price'),
    created: world.clock.now(),
    active: false,
    currency,
    nickname: null,
    lookupKey: null,
    metadata: {},
    product: product.id,
    recurring: recurring
      ? { ...checkRecurrence(recurring, `${at}[recurring]`), trialPeriodDays: null }
      : null,
    taxBehavior: tax,
    amounts: { [currency]: { kind: 'unit', unitDecimal: unit, taxBehavior: tax } },
    tiersMode: null,
    transformQuantity: null,
  });
}
