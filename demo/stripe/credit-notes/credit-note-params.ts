import type Stripe from 'stripe';
import { clearableMetadata, count, expand, pageFields, timeFilter } from '../wire/common-params.ts';
import { clearable, integer, later, listOf, oneOf, required, shape, text } from '../wire/params.ts';
import type { Read } from '../wire/params.ts';

const lineParams = shape<Stripe.CreditNoteCreateParams.Line>()({
  amount: count,
  description: text,
  invoice_line_item: text,
  metadata: clearableMetadata,
  quantity: count,
  tax_rates: clearable(listOf(text)),
  type: required(oneOf('custom_line_item', 'invoice_line_item')),
  unit_amount: count,
  ...later('tax_amounts', 'unit_amount_decimal'),
});

export const createParams = shape<Stripe.CreditNoteCreateParams>()({
  amount: count,
  credit_amount: count,
  effective_at: integer,
  email_type: oneOf('credit_note', 'none'),
  expand,
  invoice: required(text),
  lines: listOf(lineParams),
  memo: text,
  metadata: clearableMetadata,
  out_of_band_amount: count,
  reason: oneOf('duplicate', 'fraudulent', 'order_change', 'product_unsatisfactory'),
  refund_amount: count,
  refunds: listOf(
    shape<Stripe.CreditNoteCreateParams.Refund>()({
      amount_refunded: count,
      refund: text,
      type: oneOf('refund'),
      ...later('payment_record_refund'),
    }),
  ),
  ...later('shipping_cost'),
});
export type CreateParams = Read<typeof createParams>;
export type LineParams = Read<typeof lineParams>;

export const updateParams = shape<Stripe.CreditNoteUpdateParams>()({
  expand,
  memo: text,
  metadata: clearableMetadata,
});

export const listParams = shape<Stripe.CreditNoteListParams>()({
  ...pageFields,
  created: timeFilter,
  customer: text,
  invoice: text,
  ...later('customer_account'),
});
