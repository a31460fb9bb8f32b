import { formatPlan, formatPrice } from '../catalogue/price.ts';
import { formatProduct } from '../catalogue/product.ts';
import type { World } from '../core/world.ts';
import { formatCreditNote } from '../credit-notes/credit-note.ts';
import { formatBalanceTransaction } from '../customers/balance-transaction.ts';
import { formatCustomer } from '../customers/customer.ts';
import { formatCoupon } from '../discounts/coupon.ts';
import { formatDiscount } from '../discounts/discount.ts';
import { formatPromotionCode } from '../discounts/promotion-code.ts';
import { formatInvoice } from '../invoices/invoice.ts';
import { formatCharge } from '../payments/charge.ts';
import { formatMandate } from '../payments/mandate.ts';
import { formatPaymentIntent } from '../payments/payment-intent.ts';
import { formatPaymentMethod } from '../payments/payment-method.ts';
import { formatRefund } from '../payments/refund.ts';
import { formatSetupIntent } from '../payments/setup-intent.ts';
import { formatSchedule } from '../schedules/format-schedule.ts';
import { formatTestClock } from '../test-clocks/test-clock.ts';
import { formatSubscription } from '../subscriptions/subscription.ts';

/** What may be done with a field when somebody asks to expand it. */
export type Expansion =
  /** It holds an id (or several) of such an object. */
  | { kind: 'reference'; to: string; load: (world: World, id: string) => unknown }
  /** It is an object or a list already; only what is inside may be expanded. */
  | { kind: 'inside'; to: string }
  /** It is left out unless it is asked for. */
  | { kind: 'extra'; to: string; make: (world: World, id: string) => unknown };

export function inside(to: string): Expansion {
  return { kind: 'inside', to };
}
export function extra(to: string, make: (world: World, id: string) => unknown): Expansion {
  return { kind: 'extra', to, make };
}

export const customer: Expansion = {
  kind: 'reference',
  to: 'customer',
  load: (world, id) => formatCustomer(world, world.store.customers.get(id)),
};
export const paymentMethod: Expansion = {
  kind: 'reference',
  to: 'payment_method',
  load: (world, id) => formatPaymentMethod(world, world.store.paymentMethods.get(id)),
};
export const discount: Expansion = {
  kind: 'reference',
  to: 'discount',
  load: (world, id) => formatDiscount(world, world.store.discounts.get(id)),
};
export const coupon: Expansion = {
  kind: 'reference',
  to: 'coupon',
  load: (world, id) => formatCoupon(world, world.store.coupons.get(id)),
};
export const promotionCode: Expansion = {
  kind: 'reference',
  to: 'promotion_code',
  load: (world, id) => formatPromotionCode(world, world.store.promotionCodes.get(id)),
};
export const invoice: Expansion = {
  kind: 'reference',
  to: 'invoice',
  load: (world, id) => formatInvoice(world, world.store.invoices.get(id)),
};
export const subscription: Expansion = {
  kind: 'reference',
  to: 'subscription',
  load: (world, id) => formatSubscription(world, world.store.subscriptions.get(id)),
};
export const schedule: Expansion = {
  kind: 'reference',
  to: 'subscription_schedule',
  load: (world, id) => formatSchedule(world, world.store.schedules.get(id)),
};
export const product: Expansion = {
  kind: 'reference',
  to: 'product',
  load: (world, id) => formatProduct(world, world.store.products.get(id)),
};
export const price: Expansion = {
  kind: 'reference',
  to: 'price',
  load: (world, id) => formatPrice(world, world.store.prices.get(id)),
};
export const plan: Expansion = {
  kind: 'reference',
  to: 'plan',
  load: (world, id) => formatPlan(world.store.prices.get(id)),
};
export const setupIntent: Expansion = {
  kind: 'reference',
  to: 'setup_intent',
  load: (world, id) => formatSetupIntent(world, world.store.setupIntents.get(id)),
};
export const paymentIntent: Expansion = {
  kind: 'reference',
  to: 'payment_intent',
  load: (world, id) => formatPaymentIntent(world, world.store.paymentIntents.get(id)),
};
export const charge: Expansion = {
  kind: 'reference',
  to: 'charge',
  load: (world, id) => formatCharge(world, world.store.charges.get(id)),
};
export const refund: Expansion = {
  kind: 'reference',
  to: 'refund',
  load: (world, id) => formatRefund(world, world.store.refunds.get(id)),
};
export const creditNote: Expansion = {
  kind: 'reference',
  to: 'credit_note',
  load: (world, id) => formatCreditNote(world, world.store.creditNotes.get(id)),
};
export const balanceTransaction: Expansion = {
  kind: 'reference',
  to: 'customer_balance_transaction',
  load: (world, id) => formatBalanceTransaction(world, world.store.balanceTransactions.get(id)),
};
export const mandate: Expansion = {
  kind: 'reference',
  to: 'mandate',
  load: (world, id) => formatMandate(world, world.store.mandates.get(id)),
};
export const testClock: Expansion = {
  kind: 'reference',
  to: 'test_helpers.test_clock',
  load: (world, id) => formatTestClock(world, world.store.testClocks.get(id)),
};
