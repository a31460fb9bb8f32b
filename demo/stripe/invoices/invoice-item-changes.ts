import type Stripe from 'stripe';
import { amountFor } from '../catalogue/price-amount.ts';
import type { World } from '../core/world.ts';
import { clearableMetadata, count, expand, mergeMetadata } from '../wire/common-params.ts';
import { refuse } from '../wire/fault.ts';
import { flag, integer, later, required, shape, text } from '../wire/params.ts';
import type { Read } from '../wire/params.ts';
import { route } from '../wire/route.ts';
import type { Route } from '../wire/route.ts';
import { formatInvoiceItem } from './invoice-item.ts';
import type { InvoiceItem } from './invoice-item.ts';

const updateParams = shape<Stripe.InvoiceItemUpdateParams>()({
  amount: integer,
  description: text,
  discountable: flag,
  expand,
  metadata: clearableMetadata,
  period: shape<Stripe.InvoiceItemUpdateParams.Period>()({
    end: required(integer),
    start: required(integer),
  }),
  quantity: count,
  ...later('discounts', 'invoicing_rules', 'price_data', 'pricing', 'quantity_decimal'),
  ...later('tax_behavior', 'tax_code', 'tax_rates', 'unit_amount_decimal'),
});

/** What waits can still be changed. */
export const invoiceItemChangeRoutes: Route[] = [
  route('POST /v1/invoiceitems/:id', updateParams, (world, { path, params }) =>
    formatInvoiceItem(world, updateItem(world, path.id, params)),
  ),
  route(
    'DELETE /v1/invoiceitems/:id',
    shape<Stripe.InvoiceItemDeleteParams>()({}),
    (world, { path }) => {
      world.store.invoiceItems.delete(waiting(world, path.id).id);
      const { id } = path;
      return { id, object: 'invoiceitem', deleted: true } satisfies Stripe.DeletedInvoiceItem;
    },
  ),
];

function updateItem(world: World, id: string, params: Read<typeof updateParams>): InvoiceItem {
  const item = waiting(world, id);
  const { line } = item;
  if (params.amount !== undefined && line.price !== null) {
    throw refuse('The amount of an item with a price cannot be changed.', 'amount');
  }
  const quantity = params.quantity ?? line.quantity;
  const price = world.store.prices.find(line.price);
  const isCounted = params.quantity !== undefined && price !== undefined && !line.isProration;
  return world.store.invoiceItems.update(id, {
    metadata: mergeMetadata(item.metadata, params.metadata),
    line: {
      ...line,
      quantity,
      amount: isCounted
        ? amountFor(price, item.currency, quantity)
        : (params.amount ?? line.amount),
      description: params.description ?? line.description,
      isDiscountable: params.discountable ?? line.isDiscountable,
      period: params.period ?? line.period,
    },
  });
}

/** Stripe also takes those of a draft, whose totals would have to be drawn up anew. */
function waiting(world: World, id: string): InvoiceItem {
  const item = world.store.invoiceItems.get(id);
  if (item.invoice === null) return item;
  throw refuse('The simulator changes only invoice items that no invoice has taken yet.', 'id');
}
