import type Stripe from 'stripe';
import { stripeOn } from '../sdk.ts';
import { createStripeSimulator } from '../simulator.ts';
import type { StripeSimulator } from '../simulator.ts';
import { giveCard } from './stage.ts';

type PriceParams = Partial<Stripe.PriceCreateParams> & {
  every?: Stripe.PriceCreateParams.Recurring.Interval;
  count?: number;
};
type SubscribeParams = Omit<Stripe.SubscriptionCreateParams, 'customer' | 'items'>;
type Item = Stripe.SubscriptionCreateParams.Item;
type PreviewParams = Stripe.InvoiceCreatePreviewParams;
type Details = Stripe.InvoiceCreatePreviewParams.SubscriptionDetails;

/** Renewal invoices are drafts for an hour: after this they are not. */
export const PAST_DRAFT_SECONDS = 2 * 3600;

/** Unix seconds of a moment like `2026-01-31` or `2026-01-31T12:00:00`, in UTC. */
export function momentOf(text: string): number {
  return Date.parse(text.includes('T') ? `${text}Z` : `${text}T00:00:00Z`) / 1000;
}

/** One customer with a card and one subscription, at a time that the story chooses. */
export class Till {
  readonly simulator: StripeSimulator;
  readonly stripe: Stripe;
  customer = '';
  subscription = '';

  private constructor(simulator: StripeSimulator) {
    this.simulator = simulator;
    this.stripe = stripeOn(simulator);
  }

  static async openAt(moment: string): Promise<Till> {
    const till = new Till(createStripeSimulator({ now: () => momentOf(moment) }));
    till.customer = (await till.stripe.customers.create({ email: 'a@example.com' })).id;
    await giveCard(till.stripe, till.customer, 'pm_card_visa');
    return till;
  }

  /** Time goes on to that moment. */
  goTo(moment: string): void {
    this.simulator.advanceTo(momentOf(moment));
  }

  /** Time goes on until what falls due at that moment is billed and paid. */
  settle(moment: string): void {
    this.simulator.advanceTo(momentOf(moment) + PAST_DRAFT_SECONDS);
  }

  async product(): Promise<string> {
    return (await this.stripe.products.create({ name: 'Thing' })).id;
  }

  /** A price per month in dollars, unless something else is said; of a product of its own. */
  async price(params: number | PriceParams): Promise<string> {
    const { every = 'month', count = 1, ...rest } = typeof params === 'number' ? {} : params;
    const amount = typeof params === 'number' ? { unit_amount: params } : {};
    const price = await this.stripe.prices.create({
      currency: 'usd',
      recurring: { interval: every, interval_count: count },
      product: rest.product ?? (await this.product()),
      ...amount,
      ...rest,
    });
    return price.id;
  }

  async coupon(params: Stripe.CouponCreateParams): Promise<string> {
    const currency = params.amount_off === undefined ? {} : { currency: 'usd' };
    return (await this.stripe.coupons.create({ duration: 'once', ...currency, ...params })).id;
  }

  async tax(percentage: number, inclusive: boolean): Promise<string> {
    return (await this.stripe.taxRates.create({ display_name: 'Tax', percentage, inclusive })).id;
  }

  /** Starts the subscription, and gives its first invoice. */
  async subscribe(items: Item[], params: SubscribeParams = {}): Promise<Stripe.Invoice> {
    const { customer } = this;
    const { id } = await this.stripe.subscriptions.create({ customer, items, ...params });
    this.subscription = id;
    return this.bill();
  }

  /** Changes the subscription, and gives the latest invoice. */
  async change(params: Stripe.SubscriptionUpdateParams): Promise<Stripe.Invoice> {
    await this.stripe.subscriptions.update(this.subscription, params);
    return this.bill();
  }

  async preview(details: Details, params: PreviewParams = {}): Promise<Stripe.Invoice> {
    const { subscription } = this;
    const scope = subscription === '' ? { customer: this.customer } : { subscription };
    return this.stripe.invoices.createPreview({
      ...scope,
      ...(Object.keys(details).length === 0 ? {} : { subscription_details: details }),
      ...params,
    });
  }

  async read(): Promise<Stripe.Subscription> {
    return this.stripe.subscriptions.retrieve(this.subscription);
  }

  /** The id of an item, which a change has to name. */
  async item(index = 0): Promise<string> {
    return (await this.read()).items.data[index]?.id ?? '';
  }

  /** The latest invoice. */
  async bill(): Promise<Stripe.Invoice> {
    const { latest_invoice: id } = await this.read();
    if (typeof id !== 'string') throw new Error('There is no invoice.');
    return this.stripe.invoices.retrieve(id);
  }

  /** The only invoice so far. */
  async onlyBill(): Promise<Stripe.Invoice> {
    const [invoice, ...more] = (await this.stripe.invoices.list({ customer: this.customer })).data;
    if (invoice === undefined || more.length > 0) throw new Error('There is not just one invoice.');
    return this.stripe.invoices.retrieve(invoice.id);
  }

  /** Puts credit (negative) or a debt on the customer's balance. */
  async adjust(amount: number): Promise<void> {
    const entry = { amount, currency: 'usd' };
    await this.stripe.customers.createBalanceTransaction(this.customer, entry);
  }

  async balance(): Promise<number> {
    const customer = await this.stripe.customers.retrieve(this.customer);
    return 'balance' in customer ? customer.balance : 0;
  }
}
