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
  taxRates: string[];
  subscription: string | null;
  subscriptionItem: string | null;
  invoiceItem: string | null;
  /** For a credit: the line that is credited. */
  credited: { invoice: string; line: string } | null;
  metadata: Record<string, string>;
}

export interface Line extends LineDraft {
  id: string;
  discountAmounts: { discount: string; amount: number }[];
  taxes: LineTax[];
}

export interface LineTax {
  rate: string;
  amount: number;
  taxable: number;
  isInclusive: boolean;
}
