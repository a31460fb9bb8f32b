import { boundary, periodAt } from './calendar.ts';
import type { Card, CouponSpec, Life, PriceSpec, Proration } from './life.ts';
import type { TotalledLine } from './predict-total.ts';

/** A coupon put on something: until `end`, or until it is used. */
export interface Held {
  coupon: CouponSpec;
  end: number | null;
  isUsed: boolean;
}

export interface Item {
  key: string;
  price: PriceSpec;
  quantity: number;
  coupons: Held[];
  end: number;
  /** What was asked last for the time until its end. */
  billed: { start: number; end: number; amount: bigint } | null;
}

export interface Bill {
  at: number;
  isFirst: boolean;
  status: 'draft' | 'open' | 'paid' | 'void';
  lines: TotalledLine[];
  /** When it is finalised, or tried again. */
  dueAt: number | null;
  tries: number;
  amountDue: bigint;
  /** How far it moved the customer's balance. */
  moved: bigint;
}

export interface State {
  life: Life;
  now: number;
  status: string;
  anchor: number;
  items: Item[];
  coupons: Held[];
  card: Card;
  balance: bigint;
  waiting: WaitingLine[];
  bills: Bill[];
  cancelAt: number | null;
  phase: { at: number; price: PriceSpec; quantity: number; proration: Proration } | null;
}

export interface WaitingLine {
  amount: bigint;
  start: number;
  end: number;
}

export const LIVE = new Set(['active', 'trialing', 'past_due']);

export function isInForce(held: Held, at: number): boolean {
  return !held.isUsed && (held.end === null || at < held.end);
}

/** The whole period in which the item is, however little of it was billed. */
export function wholePeriod(state: State, item: { price: PriceSpec }) {
  return periodAt(state.anchor, item.price, state.now);
}

/** Where a cycle ends that begins now. */
export function firstEnd(state: State, price: PriceSpec): number {
  return boundary(state.now, price, 1);
}
