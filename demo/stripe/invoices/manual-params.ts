import type Stripe from 'stripe';
import { currencyCode } from '../catalogue/price-params.ts';
import { clearableMetadata, count, expand } from '../wire/common-params.ts';
import { flag, integer, later, oneOf, required, shape, text } from '../wire/params.ts';
import type { Read } from '../wire/params.ts';

const collectionMethod = oneOf('charge_automatically', 'send_invoice');

export const createParams = shape<Stripe.InvoiceCreateParams>()({
  auto_advance: flag,
  collection_method: collectionMethod,
  currency: currencyCode,
  customer: required(text),
  days_until_due: count,
  default_payment_method: text,
  description: text,
  due_date: integer,
  expand,
  metadata: clearableMetadata,
  pending_invoice_items_behavior: oneOf('exclude', 'include'),
  ...later('account_tax_ids', 'application_fee_amount', 'automatic_tax', 'custom_fields'),
  ...later('automatically_finalizes_at', 'customer_account', 'default_source', 'discounts'),
  ...later('default_tax_rates', 'effective_at', 'footer', 'from_invoice', 'issuer', 'number'),
  ...later('on_behalf_of', 'payment_settings', 'rendering', 'shipping_cost', 'shipping_details'),
  ...later('statement_descriptor', 'subscription', 'transfer_data'),
});
export type InvoiceCreate = Read<typeof createParams>;

export const updateParams = shape<Stripe.InvoiceUpdateParams>()({
  auto_advance: flag,
  collection_method: collectionMethod,
  days_until_due: count,
  default_payment_method: text,
  description: text,
  due_date: integer,
  expand,
  metadata: clearableMetadata,
  ...later('account_tax_ids', 'application_fee_amount', 'automatic_tax', 'custom_fields'),
  ...later('automatically_finalizes_at', 'default_source', 'default_tax_rates', 'discounts'),
  ...later('effective_at', 'footer', 'issuer', 'number', 'on_behalf_of', 'payment_settings'),
  ...later('rendering', 'shipping_cost', 'shipping_details', 'statement_descriptor'),
  ...later('transfer_data'),
});
export type InvoiceUpdate = Read<typeof updateParams>;
export const sendParams = shape<Stripe.InvoiceSendInvoiceParams>()({ expand });
