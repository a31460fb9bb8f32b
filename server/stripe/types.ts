/** Stripe's objects under names of ours: outside server/stripe/ nothing imports the package. */
import type { Stripe } from 'stripe';

export type StripeCustomer = Stripe.Customer;
export type StripeSubscription = Stripe.Subscription;
export type StripeSubscriptionItem = Stripe.SubscriptionItem;
export type StripeSchedule = Stripe.SubscriptionSchedule;
export type StripeInvoice = Stripe.Invoice;
export type StripeInvoiceLine = Stripe.InvoiceLineItem;
export type StripePaymentMethod = Stripe.PaymentMethod;
export type StripePaymentIntent = Stripe.PaymentIntent;
export type StripeSetupIntent = Stripe.SetupIntent;
export type StripeDiscount = Stripe.Discount;
export type StripeCoupon = Stripe.Coupon;
export type StripePromotionCode = Stripe.PromotionCode;
export type StripePrice = Stripe.Price;
export type StripeProduct = Stripe.Product;

/** A discount as the API takes it: one that is there already, or a promotion code. */
export type DiscountParam = { discount: string } | { promotion_code: string } | { coupon: string };

/** A price and how many of it. */
export interface ItemParam {
  /** The item to change; without it Stripe adds a second one beside the first. */
  id?: string;
  price: string;
  /** Always sent: a change of price without it sets the quantity back to 1. */
  quantity?: number;
}
