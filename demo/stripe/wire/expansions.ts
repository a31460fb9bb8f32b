import { formatCurrencyOptions, formatTiers } from '../catalogue/price.ts';
import { formatCustomerTax } from '../customers/customer.ts';
import { formatTaxId, taxIdsOf } from '../customers/tax-id.ts';
import { formatConfirmationSecret } from '../invoices/invoice.ts';
import { formatInvoicePayment, paymentsOf } from '../invoices/invoice-payment.ts';
import { formatRefund } from '../payments/refund.ts';
import { formatSubscription, isLive } from '../subscriptions/subscription.ts';
import { embeddedList } from './page.ts';
import {
  balanceTransaction,
  charge,
  coupon,
  creditNote,
  customer,
  discount,
  extra,
  inside,
  invoice,
  mandate,
  paymentIntent,
  paymentMethod,
  plan,
  price,
  product,
  promotionCode,
  refund,
  schedule,
  setupIntent,
  subscription,
  testClock,
} from './references.ts';
import type { Expansion } from './references.ts';

/** Fields by object, or by the path of a part of an object. */
export const EXPANSIONS: Record<string, Record<string, Expansion>> = {
  customer: {
    invoice_settings: inside('customer.invoice_settings'),
    tax: extra('customer.tax', (world, id) => formatCustomerTax(world.store.customers.get(id))),
    test_clock: testClock,
    tax_ids: extra('list:tax_id', (world, id) =>
      embeddedList(
        taxIdsOf(world, id).map((row) => formatTaxId(world, row)),
        `/v1/customers/${id}/tax_ids`,
      ),
    ),
    subscriptions: extra('list:subscription', (world, id) =>
      embeddedList(
        world.store.subscriptions
          .newestOf('customer', id, isLive)
          .map((row) => formatSubscription(world, row)),
        `/v1/customers/${id}/subscriptions`,
      ),
    ),
    sources: extra('list:source', (_world, id) => embeddedList([], `/v1/customers/${id}/sources`)),
  },
  'customer.invoice_settings': { default_payment_method: paymentMethod },
  subscription: {
    customer,
    default_payment_method: paymentMethod,
    discounts: discount,
    items: inside('list:subscription_item'),
    latest_invoice: invoice,
    pending_setup_intent: setupIntent,
    test_clock: testClock,
    pending_update: inside('subscription.pending_update'),
    schedule,
  },
  'subscription.pending_update': { subscription_items: inside('subscription_item') },
  subscription_item: { discounts: discount, price: inside('price'), plan: inside('plan') },
  subscription_schedule: {
    customer,
    test_clock: testClock,
    subscription,
    phases: inside('subscription_schedule.phase'),
  },
  'subscription_schedule.phase': {
    default_payment_method: paymentMethod,
    discounts: inside('subscription_schedule.discount'),
    items: inside('subscription_schedule.item'),
  },
  'subscription_schedule.discount': { coupon, discount, promotion_code: promotionCode },
  'subscription_schedule.item': {
    discounts: inside('subscription_schedule.discount'),
    price,
    plan,
  },
  invoice: {
    confirmation_secret: extra('invoice.confirmation_secret', (world, id) => {
      const row = world.store.invoices.find(id);
      return row === undefined ? null : formatConfirmationSecret(world, row);
    }),
    customer,
    default_payment_method: paymentMethod,
    discounts: discount,
    lines: inside('list:line_item'),
    test_clock: testClock,
    parent: inside('invoice.parent'),
    payments: extra('list:invoice_payment', (world, id) =>
      embeddedList(
        paymentsOf(world, id).map((row) => formatInvoicePayment(world, row)),
        `/v1/invoice_payments?invoice=${id}`,
      ),
    ),
    total_discount_amounts: inside('discount_amount'),
  },
  'invoice.parent': { subscription_details: inside('invoice.parent.subscription') },
  'invoice.parent.subscription': { subscription },
  discount_amount: { discount },
  line_item: {
    discounts: discount,
    discount_amounts: inside('discount_amount'),
    pricing: inside('line_item.pricing'),
    subscription,
  },
  'line_item.pricing': { price_details: inside('line_item.price_details') },
  'line_item.price_details': { price },
  invoice_payment: { invoice, payment: inside('invoice_payment.payment') },
  'invoice_payment.payment': { payment_intent: paymentIntent },
  invoiceitem: { customer, discounts: discount, invoice, test_clock: testClock },
  'test_helpers.test_clock': {},
  payment_method: { customer },
  setup_intent: { customer, payment_method: paymentMethod, mandate },
  payment_intent: { customer, payment_method: paymentMethod, latest_charge: charge },
  charge: {
    customer,
    payment_intent: paymentIntent,
    refunds: extra('list:refund', (world, id) =>
      embeddedList(
        world.store.refunds.newestOf('charge', id).map((row) => formatRefund(world, row)),
        `/v1/charges/${id}/refunds`,
      ),
    ),
  },
  credit_note: {
    customer,
    invoice,
    customer_balance_transaction: balanceTransaction,
    lines: inside('list:credit_note_line_item'),
    refunds: inside('credit_note.refund'),
    discount_amounts: inside('discount_amount'),
  },
  'credit_note.refund': { refund },
  credit_note_line_item: { discount_amounts: inside('discount_amount') },
  refund: { charge, customer, payment_intent: paymentIntent, payment_method: paymentMethod },
  dispute: { charge, payment_intent: paymentIntent },
  mandate: { payment_method: paymentMethod },
  discount: { customer, promotion_code: promotionCode, source: inside('discount.source') },
  'discount.source': { coupon },
  coupon: {
    applies_to: extra('coupon.applies_to', (world, id) => {
      const products = world.store.coupons.get(id).appliesTo;
      return products === null ? undefined : { products };
    }),
    currency_options: extra('coupon.currency_options', (world, id) =>
      Object.fromEntries(
        Object.entries(world.store.coupons.get(id).amountsOff).map(([currency, amount]) => [
          currency,
          { amount_off: amount },
        ]),
      ),
    ),
  },
  promotion_code: { customer, promotion: inside('promotion_code.promotion') },
  'promotion_code.promotion': { coupon },
  product: { default_price: price },
  price: {
    product,
    tiers: extra('price.tiers', (world, id) => formatTiers(world.store.prices.get(id))),
    currency_options: extra('price.currency_options', (world, id) =>
      formatCurrencyOptions(world.store.prices.get(id)),
    ),
  },
  plan: { product },
  tax_id: { customer },
  tax_rate: {},
  event: {},
  webhook_endpoint: {},
  customer_balance_transaction: { customer, invoice, credit_note: creditNote },
  'billing_portal.configuration': {
    features: inside('billing_portal.features'),
  },
  'billing_portal.features': { subscription_update: inside('billing_portal.subscription_update') },
  'billing_portal.subscription_update': {
    products: extra('billing_portal.products', () => []),
  },
};
