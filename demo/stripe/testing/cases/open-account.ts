import type Stripe from 'stripe';
import type { StripeSimulator } from '../../simulator.ts';
import type { AccountCase, CouponCase, PriceCase } from './arbitraries.ts';
import { bodyOf, idOf } from './caller.ts';
import type { Answer, Call } from './caller.ts';

/** What the steps of a case need to know. */
export interface Account {
  call: Call;
  simulator: StripeSimulator;
  customer: string;
  subscription: string;
  prices: string[];
  coupons: string[];
  /** Would its first invoice have been what its preview said? Null where nobody could look. */
  opening: { preview: Stripe.Invoice; bill: Stripe.Invoice } | null;
}

interface Parts {
  prices: string[];
  coupons: string[];
  taxes: string[];
  customer: string;
}

/**
 * Sells the subscription of the case to a new customer.
 * @returns the refusal where Stripe does not sell such a thing (intervals that do not mix).
 */
export async function openAccount(
  simulator: StripeSimulator,
  call: Call,
  terms: AccountCase,
): Promise<Account | Extract<Answer<never>, { ok: false }>> {
  const parts = await makeParts(call, terms);
  const params = subscriptionOf(terms, parts);
  const preview = terms.anchor === null ? await previewOf(call, params) : null;
  const created = await call<Stripe.Subscription>('POST', '/v1/subscriptions', {
    ...params,
    expand: ['latest_invoice'],
  });
  if (!created.ok) return created;
  const { id, latest_invoice: bill } = created.body;
  const canCompare = preview?.ok === true && bill !== null && typeof bill !== 'string';
  return {
    call,
    simulator,
    customer: parts.customer,
    subscription: id,
    prices: parts.prices,
    coupons: parts.coupons,
    opening: canCompare ? { preview: preview.body, bill } : null,
  };
}

/** Whole amounts of the currency: thousandths end in zero, krónur have no parts. */
export function wholeOf(amount: number, currency: string): number {
  return amount * (currency === 'kwd' ? 10 : currency === 'isk' ? 100 : 1);
}

async function makeParts(call: Call, terms: AccountCase): Promise<Parts> {
  const prices: string[] = [];
  const products: string[] = [];
  for (const [index, price] of terms.prices.entries()) {
    const recurring = terms.intervals[index === 3 ? 1 : 0];
    const answer = await call<Stripe.Price>('POST', '/v1/prices', {
      currency: terms.currency,
      recurring,
      product_data: { name: 'Thing' },
      ...amountOf(price, terms.currency),
    });
    const { id, product } = bodyOf(answer);
    prices.push(id);
    products.push(idOf(product));
  }
  const coupons: string[] = [];
  for (const coupon of terms.coupons) {
    const params = couponOf(coupon, terms.currency, products);
    coupons.push(bodyOf(await call<Stripe.Coupon>('POST', '/v1/coupons', params)).id);
  }
  const taxes: string[] = [];
  if (terms.tax !== null) {
    for (const inclusive of [terms.tax.inclusive, !terms.tax.inclusive]) {
      const params = { display_name: 'Tax', ...terms.tax, inclusive };
      taxes.push(bodyOf(await call<Stripe.TaxRate>('POST', '/v1/tax_rates', params)).id);
    }
  }
  return { prices, coupons, taxes, customer: await makeCustomer(call, terms) };
}

async function previewOf(call: Call, params: ReturnType<typeof subscriptionOf>) {
  return call<Stripe.Invoice>('POST', '/v1/invoices/create_preview', {
    customer: params.customer,
    currency: params.currency,
    discounts: params.discounts,
    subscription_details: {
      items: params.items,
      billing_mode: params.billing_mode,
      default_tax_rates: params.default_tax_rates,
      trial_end: params.trial_end,
    },
  });
}

async function makeCustomer(call: Call, terms: AccountCase): Promise<string> {
  const { id } = bodyOf(await call<Stripe.Customer>('POST', '/v1/customers'));
  if (!terms.isInvoiced) {
    const path = '/v1/payment_methods/pm_card_visa/attach';
    const card = bodyOf(await call<Stripe.PaymentMethod>('POST', path, { customer: id }));
    const settings = { default_payment_method: card.id };
    bodyOf(await call('POST', `/v1/customers/${id}`, { invoice_settings: settings }));
  }
  if (terms.balance !== 0) {
    const amount = wholeOf(terms.balance, terms.currency);
    const entry = { amount, currency: terms.currency };
    bodyOf(await call('POST', `/v1/customers/${id}/balance_transactions`, entry));
  }
  return id;
}

function amountOf({ kind, amount }: PriceCase, currency: string): object {
  const unit = wholeOf(amount, currency);
  if (kind === 'free') return { unit_amount: 0 };
  if (kind === 'unit') return { unit_amount: unit };
  if (kind === 'decimal') return { unit_amount_decimal: `${amount}.37` };
  return {
    billing_scheme: 'tiered',
    tiers_mode: kind,
    tiers: [
      { up_to: 5, unit_amount: unit },
      { up_to: 20, unit_amount: wholeOf(amount >> 1, currency), flat_amount: unit },
      { up_to: 'inf', unit_amount: wholeOf(amount >> 2, currency) },
    ],
  };
}

function couponOf(coupon: CouponCase, currency: string, products: string[]): object {
  const { off, duration } = coupon;
  return {
    ...('percent' in off
      ? { percent_off: off.percent }
      : { amount_off: wholeOf(off.amount, currency), currency }),
    ...(typeof duration === 'number'
      ? { duration: 'repeating', duration_in_months: duration }
      : { duration }),
    ...(coupon.isForFirstPrice ? { applies_to: { products: products.slice(0, 2) } } : {}),
  };
}

function subscriptionOf(terms: AccountCase, { prices, coupons, taxes, customer }: Parts) {
  const { mode, start, trialSeconds: trial } = terms;
  const [whole, other] = taxes;
  const first = terms.intervals[0];
  const length = { day: 1, week: 7, month: 28, year: 365 }[first.interval] * first.interval_count;
  const discounts = coupons.slice(0, terms.couponsAtStart).map((coupon) => ({ coupon }));
  const [last, lastTerms] = [coupons.at(-1), terms.coupons.at(-1)];
  const isFor = (price: number) => lastTerms?.isForFirstPrice === false || price < 2;
  return {
    customer,
    currency: terms.currency,
    items: terms.items.map((item) => ({
      price: prices[item.price],
      quantity: item.quantity,
      ...(item.isTaxed && other !== undefined ? { tax_rates: [other] } : {}),
      ...(item.hasCoupon && last !== undefined && isFor(item.price)
        ? { discounts: [{ coupon: last }] }
        : {}),
    })),
    billing_mode: {
      type: mode === 'classic' ? 'classic' : 'flexible',
      ...(mode === 'itemized' ? { flexible: { proration_discounts: 'itemized' } } : {}),
    },
    ...(discounts.length > 0 ? { discounts } : {}),
    ...(whole === undefined ? {} : { default_tax_rates: [whole] }),
    ...(trial === null ? {} : { trial_end: start + trial }),
    ...(terms.anchor === null || trial !== null
      ? {}
      : { billing_cycle_anchor: start + Math.ceil((length * 86_400 * terms.anchor) / 1000) }),
    ...(terms.isInvoiced ? { collection_method: 'send_invoice', days_until_due: 30 } : {}),
  };
}
