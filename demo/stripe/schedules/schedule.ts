import type { ProrationBehavior } from '../money/plan-change.ts';

/** What a subscription shall be in times to come. */
export interface Schedule {
  id: string;
  created: number;
  customer: string;
  subscription: string | null;
  releasedSubscription: string | null;
  status: 'not_started' | 'active' | 'completed' | 'released' | 'canceled';
  billingMode: 'classic' | 'flexible';
  prorationDiscounts: 'included' | 'itemized';
  endBehavior: 'release' | 'cancel';
  defaults: ScheduleDefaults;
  metadata: Record<string, string>;
  phases: Phase[];
  /** The phase that was entered last; -1 before the first. */
  entered: number;
  canceledAt: number | null;
  completedAt: number | null;
  releasedAt: number | null;
}

/** What a phase has that does not say otherwise. */
export interface ScheduleDefaults {
  anchor: 'automatic' | 'phase_start';
  collectionMethod: 'charge_automatically' | 'send_invoice';
  daysUntilDue: number | null;
  defaultPaymentMethod: string | null;
  description: string | null;
}

export interface Phase {
  start: number;
  end: number;
  items: PhaseItem[];
  addedItems: PhaseAddedItem[];
  currency: string;
  discounts: PhaseDiscount[];
  prorationBehavior: ProrationBehavior;
  anchor: 'automatic' | 'phase_start' | null;
  collectionMethod: 'charge_automatically' | 'send_invoice' | null;
  daysUntilDue: number | null;
  defaultPaymentMethod: string | null;
  defaultTaxRates: string[];
  description: string | null;
  metadata: Record<string, string>;
  isTrial: boolean;
  trialEnd: number | null;
}

export interface PhaseItem {
  price: string;
  quantity: number;
  metadata: Record<string, string>;
  discounts: PhaseDiscount[];
  taxRates: string[];
}

/** Asked for once, with the next invoice of the phase. */
export interface PhaseAddedItem extends PhaseItem {
  isDiscountable: boolean;
}

export type PhaseDiscount = {
  coupon: string | null;
  discount: string | null;
  promotion_code: string | null;
};
