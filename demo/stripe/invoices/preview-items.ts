import { createInlinePrice } from '../catalogue/inline-price.ts';
import { amountFor, isSoldIn, unitDecimalIn } from '../catalogue/price-amount.ts';
import type { World } from '../core/world.ts';
import { redeem } from '../discounts/redeem.ts';
import { checkStep, stepOf } from '../money/currency-step.ts';
import type { LineDraft } from '../money/line.ts';
import { multiplyDecimal } from '../money/round.ts';
import { mergeMetadata } from '../wire/common-params.ts';
import { refuse } from '../wire/fault.ts';
import { addPending } from './pending.ts';
import type { PreviewItem } from './preview-params.ts';

interface Owner {
  customer: string;
  subscription: string | null;
  currency: string;
}

/** Puts invoice items beside those that wait, or changes some of them, for a preview. */
export function addPreviewItems(world: World, params: PreviewItem[], owner: Owner): void {
  if (params.length > 250) throw refuse('You can pass at most 250 items.', 'invoice_items');
  params.forEach((param, index) => {
    const at = `invoice_items[${index}]`;
    const { invoiceitem: id } = param;
    if (id === undefined) {
      addPending(world, owner, [lineOf(world, param, blank(world, owner), { owner, at })]);
      return;
    }
    const old = world.store.invoiceItems.get(id, `${at}[invoiceitem]`);
    if (old.customer !== owner.customer || old.invoice !== null) {
      const message = 'Only an item that waits for this customer can be changed.';
      throw refuse(message, `${at}[invoiceitem]`);
    }
    const line = lineOf(world, param, old.line, { owner, at });
    world.store.invoiceItems.update(id, { line });
  });
}

function lineOf(
  world: World,
  param: PreviewItem,
  old: LineDraft,
  scope: { owner: Owner; at: string },
): LineDraft {
  const { owner, at } = scope;
  if (param.currency !== undefined && param.currency !== owner.currency) {
    const message = `The currency of the invoice is \`${owner.currency}\`.`;
    throw refuse(message, `${at}[currency]`);
  }
  const money = moneyOf(world, param, old, scope);
  const rates = param.tax_rates;
  return {
    ...old,
    ...money,
    description: param.description ?? money.description,
    period: param.period ?? old.period,
    isDiscountable: param.discountable ?? (old.isDiscountable && money.amount >= 0),
    itemDiscounts:
      param.discounts === undefined
        ? old.itemDiscounts
        : redeem(world, param.discounts || [], {
            ...owner,
            subscriptionItem: null,
            products: money.product === null ? [] : [money.product],
            orderAmount: null,
            present: old.itemDiscounts,
            param: `${at}[discounts]`,
          }),
    taxRates:
      rates === undefined
        ? old.taxRates
        : (rates || []).map((id) => world.store.taxRates.get(id, `${at}[tax_rates]`).id),
    metadata: mergeMetadata(old.metadata, param.metadata),
  };
}

type Money = Pick<
  LineDraft,
  'amount' | 'price' | 'product' | 'unitDecimal' | 'quantity' | 'description'
>;

/** By an amount, a unit amount or a price: exactly one of them. */
function moneyOf(
  world: World,
  param: PreviewItem,
  old: LineDraft,
  { owner: { currency }, at }: { owner: Owner; at: string },
): Money {
  const { amount, price: id, price_data: data } = param;
  const unit = param.unit_amount_decimal ?? param.unit_amount?.toString();
  const given = [amount, id, data, unit].filter((value) => value !== undefined).length;
  const quantity = param.quantity ?? old.quantity;
  if (given > 1) throw refuse('You may only pass one of amount, price and unit_amount.', at);
  if (given === 0) {
    if (param.invoiceitem !== undefined) return { ...old, quantity };
    throw refuse('You must pass one of amount, price and unit_amount.', at, 'parameter_missing');
  }
  if (amount !== undefined) {
    checkStep(amount, currency, `${at}[amount]`);
    return { ...old, amount, price: null, product: null, unitDecimal: null, quantity };
  }
  if (unit !== undefined) {
    const whole = multiplyDecimal(unit, quantity, stepOf(currency));
    return { ...old, amount: whole, price: null, product: null, unitDecimal: unit, quantity };
  }
  const price =
    data === undefined
      ? world.store.prices.get(id ?? '', `${at}[price]`)
      : createInlinePrice(world, data, `${at}[price_data]`);
  if (price.recurring !== null || !isSoldIn(price, currency)) {
    throw refuse('This field only accepts one-time prices in the currency of the invoice.', at);
  }
  return {
    amount: amountFor(price, currency, quantity),
    price: price.id,
    product: price.product,
    unitDecimal: unitDecimalIn(price, currency),
    quantity,
    description: world.store.products.get(price.product).name,
  };
}

function blank(world: World, { subscription }: Owner): LineDraft {
  const now = world.clock.now();
  return {
    amount: 0,
    description: '',
    period: { start: now, end: now },
    price: null,
    product: null,
    unitDecimal: null,
    quantity: 1,
    isProration: false,
    isDiscountable: true,
    itemDiscounts: [],
    carriedDiscounts: [],
    taxRates: [],
    isTaxFixed: false,
    subscription,
    subscriptionItem: null,
    invoiceItem: null,
    credited: null,
    metadata: {},
  };
}
