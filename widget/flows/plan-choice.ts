import type { Plan, PlanPrice, Subscription } from '../../contract/billing.ts';

export interface PlanChoiceOptions {
  plans: Plan[];
  subscription: Subscription;
  canTakeCurrent: 'yes' | 'other-quantity' | 'no';
  update: () => void;
}

export interface Offer {
  plan: Plan;
  price: PlanPrice;
  /** Shown as what the customer has, not as a choice. */
  isFixed: boolean;
}

/** Which plan, how often, how many: what the customer has picked so far. */
export class PlanChoice {
  interval: string;
  priceId: string | null = null;
  /** As typed. */
  quantity: string;
  fault: 'none-chosen' | 'quantity' | null = null;
  readonly intervals: PlanPrice[];
  readonly #options: PlanChoiceOptions;

  constructor(options: PlanChoiceOptions) {
    this.#options = options;
    const prices = options.plans.flatMap((plan) => plan.prices);
    const firsts = new Map(prices.map((price) => [intervalKey(price), price]));
    this.intervals = [...firsts.values()].toSorted((a, b) => roughDays(a) - roughDays(b));
    const current = prices.find(({ isCurrent }) => isCurrent);
    this.interval = intervalKey(current ?? prices[0]);
    this.quantity = String(this.#currentQuantity(current?.priceId));
    const [only] = this.offers.filter(({ isFixed }) => !isFixed);
    if (current && options.canTakeCurrent !== 'no' && this.#isTakeable(current))
      this.priceId = current.priceId;
    else if (only && this.offers.length === 1) this.priceId = only.price.priceId;
  }

  get plans(): Plan[] {
    return this.#options.plans;
  }

  /** What can be seen at the interval that is picked. */
  get offers(): Offer[] {
    return this.plans.flatMap((plan) =>
      plan.prices
        .filter((price) => intervalKey(price) === this.interval)
        .map((price) => ({ plan, price, isFixed: price.isCurrent && !this.#isTakeable(price) })),
    );
  }

  get price(): PlanPrice | null {
    return this.offers.find(({ price }) => price.priceId === this.priceId)?.price ?? null;
  }

  chooseInterval(price: PlanPrice): void {
    const product = this.price?.productId;
    this.interval = intervalKey(price);
    const same = this.offers.find((offer) => offer.price.productId === product && !offer.isFixed);
    this.priceId = same?.price.priceId ?? null;
    this.#changed();
  }

  choosePrice(priceId: string): void {
    this.priceId = priceId;
    this.#changed();
  }

  chooseQuantity(text: string): void {
    this.quantity = text;
    this.#changed();
  }

  /** Whether this can be asked for; else `fault` says what to mend. */
  check(): boolean {
    const { price } = this;
    if (!price) this.fault = 'none-chosen';
    else if (!this.#isQuantityValid(price)) this.fault = 'quantity';
    else if (this.#isUnchanged(price)) this.fault = 'none-chosen';
    else this.fault = null;
    this.#options.update();
    return this.fault === null;
  }

  request(): { priceId?: string; quantity?: number } {
    const { price } = this;
    if (!price) return {};
    return {
      priceId: price.priceId,
      ...(price.quantity ? { quantity: Number(this.quantity) } : {}),
    };
  }

  #changed(): void {
    this.fault = null;
    this.#options.update();
  }

  #isTakeable(price: PlanPrice): boolean {
    const { canTakeCurrent } = this.#options;
    return canTakeCurrent === 'yes' || (canTakeCurrent === 'other-quantity' && !!price.quantity);
  }

  #isUnchanged(price: PlanPrice): boolean {
    if (!price.isCurrent || this.#options.canTakeCurrent === 'yes') return false;
    return Number(this.quantity) === this.#currentQuantity(price.priceId);
  }

  #isQuantityValid({ quantity: rule }: PlanPrice): boolean {
    if (!rule) return true;
    const quantity = /^\s*\d+\s*$/.test(this.quantity) ? Number(this.quantity) : Number.NaN;
    return quantity >= rule.minimum && quantity <= rule.maximum;
  }

  #currentQuantity(priceId: string | undefined): number {
    const { items } = this.#options.subscription;
    return (items.find((item) => item.priceId === priceId) ?? items[0])?.quantity ?? 1;
  }
}

export function intervalKey(price: PlanPrice | undefined): string {
  return price ? `${price.intervalCount} ${price.interval}` : '';
}

/**
 * What a year paid at once saves against twelve months, in whole percent, where it is the same for
 * every plan that offers both; null where it is not, or where nothing is saved.
 */
export function yearlySaving(plans: Plan[]): number | null {
  const savings = plans.flatMap(({ prices }) => {
    const monthly = prices.find((price) => intervalKey(price) === '1 month');
    const yearly = prices.find((price) => intervalKey(price) === '1 year');
    if (!monthly?.unitAmount || yearly?.unitAmount == null) return [];
    if (monthly.currency !== yearly.currency) return [];
    return [Math.floor(100 * (1 - yearly.unitAmount / (12 * monthly.unitAmount)))];
  });
  const [first = 0] = savings;
  return first > 0 && savings.every((saving) => saving === first) ? first : null;
}

const DAYS = { day: 1, week: 7, month: 30, year: 365 } as const;

function roughDays({ interval, intervalCount }: PlanPrice): number {
  return DAYS[interval] * intervalCount;
}
