import { formatCurrencyOptions, formatPlan, formatPrice, formatTiers } from '../catalogue/price.ts';
import { formatProduct } from '../catalogue/product.ts';
import type { World } from '../core/world.ts';
import { formatCustomer, formatCustomerTax } from '../customers/customer.ts';
import { formatTaxId, taxIdsOf } from '../customers/tax-id.ts';
import { formatCoupon } from '../discounts/coupon.ts';
import { formatDiscount } from '../discounts/discount.ts';
import { formatPromotionCode } from '../discounts/promotion-code.ts';
import { formatConfirmationSecret, formatInvoice } from '../invoices/invoice.ts';
import { formatInvoicePayment, paymentsOf } from '../invoices/invoice-payment.ts';
import { formatCharge } from '../payments/charge.ts';
import { formatMandate } from '../payments/mandate.ts';
import { formatPaymentIntent } from '../payments/payment-intent.ts';
import { formatPaymentMethod } from '../payments/payment-method.ts';
import { formatRefund } from '../payments/refund.ts';
import { formatSetupIntent } from '../payments/setup-intent.ts';
import { formatSchedule } from '../schedules/schedule.ts';
import { formatSubscription, isLive } from '../subscriptions/subscription.ts';
import { embeddedList } from './page.ts';

/** What may be done with a field when somebody asks to expand it. */
export type Expansion =
  /** It holds an id (or several) of such an object. */
  | { kind: 'reference'; to: string; load: (world: World, id: string) => unknown }
  /** It is an object or a list already; only what is inside may be expanded. */
  | { kind: 'inside'; to: string }
  /** It is left out unless it is asked for. */
  | { kind: 'extra'; to: string; make: (world: World, id: string) => unknown };

function inside(to: string): Expansion {
  return { kind: 'inside', to };
}
function extra(to: string, make: (world: World, id: string) => unknown): Expansion {
  return { kind: 'extra', to, make };
}

const customer: Expansion = {
  kind: 'reference',
  to: 'customer',
  load: (world, id) => formatCustomer(world, world.store.customers.get(id)),
};
const paymentMethod: Expansion = {
  kind: 'reference',
  to: 'payment_method',
  load: (world, id) => formatPaymentMethod(world, world.store.paymentMethods.get(id)),
};
const discount: Expansion = {
  kind: 'reference',
  to: 'discount',
  load: (world, id) => formatDiscount(world, world.store.discounts.get(id)),
};
const coupon: Expansion = {
  kind: 'reference',
  to: 'coupon',
  load: (world, id) => formatCoupon(world, world.store.coupons.get(id)),
};
const promotionCode: Expansion = {
  kind: 'reference',
  to: 'promotion_code',
  load: (world, id) => formatPromotionCode(world, world.store.promotionCodes.get(id)),
};
const invoice: Expansion = {
  kind: 'reference',
  to: 'invoice',
  load: (world, id) => formatInvoice(world, world.store.invoices.get(id)),
};
const subscription: Expansion = {
  kind: 'reference',
  to: 'subscription',
  load: (world, id) => formatSubscription(world, world.store.subscriptions.get(id)),
};
const schedule: Expansion = {
  kind: 'reference',
  to: 'subscription_schedule',
  load: (world, id) => formatSchedule(world, world.store.schedules.get(id)),
};
const product: Expansion = {
  kind: 'reference',
  to: 'product',
  load: (world, id) => formatProduct(world, world.store.products.get(id)),
};
const price: Expansion = {
  kind: 'reference',
  to: 'price',
  load: (world, id) => formatPrice(world, world.store.prices.get(id)),
};
const plan: Expansion = {
  kind: 'reference',
  to: 'plan',
  load: (world, id) => formatPlan(world.store.prices.get(id)),
};
const setupIntent: Expansion = {
  kind: 'reference',
  to: 'setup_intent',
  load: (world, id) => formatSetupIntent(world, world.store.setupIntents.get(id)),
};
const paymentIntent: Expansion = {
  kind: 'reference',
  to: 'payment_intent',
  load: (world, id) => formatPaymentIntent(world, world.store.paymentIntents.get(id)),
};
const charge: Expansion = {
  kind: 'reference',
  to: 'charge',
  load: (world, id) => formatCharge(world, world.store.charges.get(id)),
};
const mandate: Expansion = {
  kind: 'reference',
  to: 'mandate',
  load: (world, id) => formatMandate(world, world.store.mandates.get(id)),
};
/** Fields by object, or by the path of a part of an object. */
export const EXPANSIONS: Record<string, Record<string, Expansion>> = {
  customer: {
    invoice_settings: inside('customer.invoice_settings'),
    tax: extra('customer.tax', (world, id) => formatCustomerTax(world.store.customers.get(id))),
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
    pending_update: inside('subscription.pending_update'),
    schedule,
  },
  'subscription.pending_update': { subscription_items: inside('subscription_item') },
  subscription_item: { discounts: discount, price: inside('price'), plan: inside('plan') },
  subscription_schedule: {
    customer,
    subscription,
    phases: inside('subscription_schedule.phase'),
  },
  'subscription_schedule.phase': {
    default_payment_method: paymentMethod,
    discounts: inside('subscription_schedule.discount'),
    items: inside('subscription_schedule.item'),
  },
  'subscription_schedule.discount': { coupon, discount, promotion_code: promotionCode },
  'subscription_schedule.item': { price, plan },
  invoice: {
    confirmation_secret: extra('invoice.confirmation_secret', (world, id) => {
      const row = world.store.invoices.find(id);
      return row === undefined ? null : formatConfirmationSecret(world, row);
    }),
    customer,
    default_payment_method: paymentMethod,
    discounts: discount,
    lines: inside('list:line_item'),
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
  invoiceitem: { customer, discounts: discount, invoice },
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
  customer_balance_transaction: { customer, invoice },
  'billing_portal.configuration': {
    features: inside('billing_portal.features'),
  },
  'billing_portal.features': { subscription_update: inside('billing_portal.subscription_update') },
  'billing_portal.subscription_update': {
    products: extra('billing_portal.products', () => []),
  },
};
