import type Stripe from 'stripe';
import { amountFor, isSoldIn, unitDecimalIn } from '../catalogue/price-amount.ts';
import { createInlinePrice, inlineOneTime } from '../catalogue/inline-price.ts';
import type { Price } from '../catalogue/price.ts';
import type { World } from '../core/world.ts';
import { redeem } from '../discounts/redeem.ts';
import type { LineDraft } from '../money/line.ts';
import type { Period } from '../money/period.ts';
import { count, metadata, mergeMetadata } from '../wire/common-params.ts';
import { refuse } from '../wire/fault.ts';
import { clearable, flag, integer, listOf, oneOf, required, shape, text } from '../wire/params.ts';
import type { Read } from '../wire/params.ts';
import { discountParams } from './item-params.ts';

type Params = Stripe.SubscriptionUpdateParams.AddInvoiceItem;
type PeriodParams = Stripe.SubscriptionUpdateParams.AddInvoiceItem.Period;

export const addedItem = shape<Params>()({
  discountable: flag,
  discounts: discountParams,
  metadata,
  period: shape<PeriodParams>()({
    end: required(
      shape<PeriodParams['end']>()({
        timestamp: integer,
        type: required(oneOf('min_item_period_end', 'timestamp')),
      }),
    ),
    start: required(
      shape<PeriodParams['start']>()({
        timestamp: integer,
        type: required(oneOf('max_item_period_start', 'now', 'timestamp')),
      }),
    ),
  }),
  price: text,
  price_data: inlineOneTime,
  quantity: count,
  tax_rates: clearable(listOf(text)),
});
export const addedItems = listOf(addedItem);
export type AddedItem = Partial<Read<typeof addedItem>>;

export interface AddedScope {
  customer: string;
  subscription: string;
  currency: string;
  /** The periods of the items that the subscription has or will have. */
  periods: Period[];
  /** A schedule names prices that were checked when it was made. */
  allowsArchived?: boolean;
  at: string;
}

/** One-time things that are asked for along with the next invoice of a subscription. */
export function readAddedItems(world: World, params: AddedItem[], scope: AddedScope): LineDraft[] {
  if (params.length > 20) throw refuse('You can add at most 20 invoice items.', scope.at);
  return params.map((param, index) => {
    const at = `${scope.at}[${index}]`;
    const price = oneTimePrice(world, param, scope, at);
    const quantity = param.quantity ?? 1;
    const product = world.store.products.get(price.product);
    return {
      amount: amountFor(price, scope.currency, quantity),
      description: product.name,
      period: periodOf(world, param, scope.periods, at),
      price: price.id,
      product: price.product,
      unitDecimal: unitDecimalIn(price, scope.currency),
      quantity,
      isProration: false,
      isDiscountable: param.discountable ?? true,
      itemDiscounts: discountsOf(world, param, { ...scope, product: price.product, at }),
      carriedDiscounts: [],
      taxRates: (param.tax_rates || []).map(
        (id) => world.store.taxRates.get(id, `${at}[tax_rates]`).id,
      ),
      isTaxFixed: false,
      subscription: scope.subscription,
      subscriptionItem: null,
      invoiceItem: null,
      credited: null,
      metadata: mergeMetadata({}, param.metadata),
    };
  });
}

function oneTimePrice(world: World, param: AddedItem, scope: AddedScope, at: string): Price {
  const { currency } = scope;
  const { price: id, price_data: data } = param;
  if ((id === undefined) === (data === undefined)) {
    throw refuse('You must pass exactly one of price and price_data.', at);
  }
  const price =
    data === undefined
      ? world.store.prices.get(id ?? '', `${at}[price]`)
      : createInlinePrice(world, data, `${at}[price_data]`);
  if (price.recurring !== null) {
    throw refuse(
      'The price specified is set to `type=recurring` but this field only accepts prices with `type=one_time`.',
      `${at}[price]`,
    );
  }
  if (data === undefined && !price.active && scope.allowsArchived !== true) {
    const message = 'The price specified is inactive. This field only accepts active prices.';
    throw refuse(message, `${at}[price]`);
  }
  if (!isSoldIn(price, currency)) {
    const message = `The price specified only supports \`${price.currency}\`. This doesn't match the expected currency: \`${currency}\`.`;
    throw refuse(message, at);
  }
  return price;
}

function discountsOf(
  world: World,
  { discounts }: AddedItem,
  scope: AddedScope & { product: string },
): string[] {
  return redeem(world, discounts || [], {
    customer: scope.customer,
    subscription: scope.subscription,
    subscriptionItem: null,
    currency: scope.currency,
    products: [scope.product],
    orderAmount: null,
    present: [],
    param: `${scope.at}[discounts]`,
  });
}

/** By default as long as all the items have been, and will be, billed for. */
function periodOf(world: World, { period }: AddedItem, items: Period[], at: string): Period {
  const given = (of: { timestamp?: number | undefined }, name: string): number => {
    if (of.timestamp !== undefined) return of.timestamp;
    throw refuse(`Missing required param: ${at}[period][${name}][timestamp].`, at);
  };
  const start =
    period?.start.type === 'timestamp'
      ? given(period.start, 'start')
      : period?.start.type === 'now'
        ? world.clock.now()
        : Math.max(...items.map((item) => item.start));
  const end =
    period?.end.type === 'timestamp'
      ? given(period.end, 'end')
      : Math.min(...items.map((item) => item.end));
  if (end < start) throw refuse('The period must end after it starts.', `${at}[period]`);
  return { start, end };
}
