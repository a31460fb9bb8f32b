import { Stripe } from 'stripe';
import { giveCard } from '../stage.ts';
import type { Card, CouponSpec, ItemSpec, PriceSpec, TaxSpec } from './life.ts';

const TOKENS: Record<Exclude<Card, 'none'>, string> = {
  pays: 'pm_card_visa',
  declines: 'pm_card_chargeCustomerFail',
  asks: 'pm_card_authenticationRequired',
  'asks-once': 'pm_card_authenticationRequiredOnSetup',
};

/** Makes prices, coupons and tax rates when they are first asked for. */
export class Shop {
  readonly #stripe: Stripe;
  readonly #made = new Map<string, Promise<string>>();

  constructor(stripe: Stripe) {
    this.#stripe = stripe;
  }

  async price(spec: PriceSpec): Promise<string> {
    const product = await this.#once(`product ${spec.product}`, () =>
      this.#stripe.products.create({ name: spec.product }),
    );
    return this.#once(`price ${spec.name}`, () =>
      this.#stripe.prices.create({
        product,
        currency: spec.currency,
        recurring: { interval: spec.interval, interval_count: spec.every },
        ...amountOf(spec),
      }),
    );
  }

  async coupon({ name, percent, amount, currency, duration, months }: CouponSpec) {
    return this.#once(`coupon ${name}`, () =>
      this.#stripe.coupons.create({
        duration,
        ...(percent === null ? { amount_off: amount ?? 0, currency } : { percent_off: percent }),
        ...(months === null ? {} : { duration_in_months: months }),
      }),
    );
  }

  async discounts(coupons: CouponSpec[]): Promise<{ coupon: string }[]> {
    return Promise.all(coupons.map(async (spec) => ({ coupon: await this.coupon(spec) })));
  }

  async newItem({ price, quantity, coupons }: ItemSpec) {
    return {
      price: await this.price(price),
      quantity,
      discounts: await this.discounts(coupons),
    };
  }

  async taxRates(taxes: TaxSpec[]): Promise<string[]> {
    return Promise.all(
      taxes.map(({ name, percent: percentage, isInclusive: inclusive }) =>
        this.#once(`tax ${name}`, () =>
          this.#stripe.taxRates.create({ display_name: name, percentage, inclusive }),
        ),
      ),
    );
  }

  async giveCard(customer: string, card: Card): Promise<void> {
    if (card !== 'none') await giveCard(this.#stripe, customer, TOKENS[card]);
  }

  async #once(name: string, make: () => Promise<{ id: string }>): Promise<string> {
    const made = this.#made.get(name) ?? make().then(({ id }) => id);
    this.#made.set(name, made);
    return made;
  }
}

function amountOf({ unit, tiers }: PriceSpec): Partial<Stripe.PriceCreateParams> {
  if (tiers === null) {
    return unit?.includes('.') === true
      ? { unit_amount_decimal: Stripe.Decimal.from(unit) }
      : { unit_amount: Number(unit) };
  }
  return {
    billing_scheme: 'tiered',
    tiers_mode: tiers.mode,
    tiers: tiers.steps.map(({ upTo, unit: each, flat }) => ({
      up_to: upTo ?? ('inf' as const),
      unit_amount: each,
      ...(flat === 0 ? {} : { flat_amount: flat }),
    })),
  };
}
