import type { Period } from './period.ts';

/** A line of an invoice before it is totalled: what is asked, and whether discounts may touch it. */
export interface LineDraft {
  amount: number;
  description: string;
  period: Period;
  price: string | null;
  product: string | null;
  unitDecimal: string | null;
  quantity: number;
  isProration: boolean;
  isDiscountable: boolean;
  /** Discounts of the item itself; they come before those of the subscription. */
  itemDiscounts: string[];
  /** Discounts that a proration brings along; what they name comes off the amount. */
  carriedDiscounts: DiscountShare[];
  taxRates: string[];
  /** Its rates are all there is, even none: the defaults do not step in. */
  isTaxFixed: boolean;
  subscription: string | null;
  subscriptionItem: string | null;
  invoiceItem: string | null;
  /** For a credit: the line that is credited. */
  credited: { invoice: string; line: string } | null;
  metadata: Record<string, string>;
}

/** What one discount takes off one line. */
export interface DiscountShare {
  discount: string;
  amount: number;
}

export interface Line extends LineDraft {
  id: string;
  discountAmounts: DiscountShare[];
  taxes: LineTax[];
}

export interface LineTax {
  rate: string;
  amount: number;
  taxable: number;
  isInclusive: boolean;
  /** Why the customer is not asked for it, though the rate stands. */
  exemption: 'customer_exempt' | 'reverse_charge' | null;
}
