/** How often a price is billed. */
export interface Rhythm {
  interval: 'day' | 'week' | 'month' | 'year';
  every: number;
}

export interface PriceSpec extends Rhythm {
  name: string;
  product: string;
  currency: string;
  /** Minor units, as text; null with tiers. */
  unit: string | null;
  tiers: { mode: 'graduated' | 'volume'; steps: TierSpec[] } | null;
}

export interface TierSpec {
  upTo: number | null;
  unit: number;
  flat: number;
}

export interface CouponSpec {
  name: string;
  percent: number | null;
  amount: number | null;
  currency: string;
  duration: 'once' | 'repeating' | 'forever';
  months: number | null;
}

export interface TaxSpec {
  name: string;
  percent: number;
  isInclusive: boolean;
}

export interface ItemSpec {
  key: string;
  price: PriceSpec;
  quantity: number;
  coupons: CouponSpec[];
}

/**
 * What the bank does: pays; declines every charge; asks for 3-D Secure every time; asks until a
 * payment was confirmed once. `none`: the customer has no card.
 */
export type Card = 'pays' | 'declines' | 'asks' | 'asks-once' | 'none';
export type Proration = 'none' | 'create_prorations' | 'always_invoice';

export interface ItemChange {
  key: string;
  price?: PriceSpec;
  quantity?: number;
  isRemoved?: boolean;
}

export type Deed =
  | {
      do: 'change';
      items: ItemChange[];
      proration: Proration;
      isAnchoredNow: boolean;
      coupon: CouponSpec | null;
    }
  | { do: 'end-trial' }
  | { do: 'cancel-at-period-end' }
  | { do: 'keep' }
  | { do: 'cancel-at'; when: number; proration: Proration }
  | { do: 'cancel-now'; prorate: boolean; invoiceNow: boolean }
  | { do: 'schedule'; price: PriceSpec; quantity: number; proration: Proration }
  | { do: 'card'; card: Card }
  | { do: 'pay' }
  | { do: 'authenticate' }
  | { do: 'coupon'; coupon: CouponSpec }
  | { do: 'uncoupon' };

export type Act = Deed & { at: number };

/** One customer with one subscription, and everything that people do to it, in order of time. */
export interface Life {
  name: string;
  start: number;
  mode: 'flexible' | 'classic';
  currency: string;
  items: ItemSpec[];
  coupons: CouponSpec[];
  taxes: TaxSpec[];
  /** The customer's balance before: negative is credit. */
  balance: number;
  card: Card;
  trial: { days: number; without: 'cancel' | 'pause' | 'create_invoice' } | null;
  /** Begins with a part of a period, until this moment; billed or not. */
  anchor: { at: number; isBilled: boolean } | null;
  acts: Act[];
}

/** What came of a life: said by the prediction, and by the simulator. */
export interface Outcome {
  status: string;
  balance: bigint;
  /** Sum of what waits for an invoice that may never come. */
  waiting: bigint;
  /** What people asked for and were refused. */
  refusals: string[];
  invoices: OutcomeInvoice[];
}

export interface OutcomeInvoice {
  at: number;
  status: string;
  total: bigint;
  amountDue: bigint;
  discounts: bigint;
  tax: bigint;
  lines: OutcomeLine[];
}

export interface OutcomeLine {
  amount: bigint;
  start: number;
  end: number;
  discount: bigint;
  tax: bigint;
}
