import { monthsLater } from './calendar.ts';
import type { CouponSpec, Life } from './life.ts';
import { attempt, drawUp } from './predict-bill.ts';
import { firstEnd, wholePeriod } from './predict-state.ts';
import type { Held, Item, State } from './predict-state.ts';
import { grossOf, netsOf, timeShare } from './predict-total.ts';
import type { PlainLine } from './predict-total.ts';

const DAY = 86_400;

/** The subscription at its first second, with its first invoice already asked for. */
export function begin(life: Life): State {
  const { start: now, trial } = life;
  const state: State = {
    life,
    now,
    status: 'incomplete',
    anchor: trial === null ? (life.anchor?.at ?? now) : now + trial.days * DAY,
    items: life.items.map((item): Item => ({
      key: item.key,
      price: item.price,
      quantity: item.quantity,
      coupons: item.coupons.map((coupon) => heldOf(coupon, now)),
      end: 0,
      billed: null,
    })),
    coupons: life.coupons.map((coupon) => heldOf(coupon, now)),
    card: life.card,
    balance: BigInt(life.balance),
    waiting: [],
    bills: [],
    cancelAt: null,
    phase: null,
  };
  const lines = firstLines(state);
  if (lines.length === 0) return { ...state, status: 'active' };
  const bill = drawUp(state, lines, true);
  attempt(state, bill, false);
  if (bill.status === 'paid') state.status = trial === null ? 'active' : 'trialing';
  return state;
}

export function heldOf(coupon: CouponSpec, at: number): Held {
  const end = coupon.months === null ? null : monthsLater(at, coupon.months);
  return { coupon, end, isUsed: false };
}

/** A trial is free; the time until a fixed anchor is a part of a period, or free as well. */
function firstLines(state: State): PlainLine[] {
  const { now: start, items, life } = state;
  const nets = netsOf(items, state.coupons, start);
  return items.flatMap((item, index): PlainLine[] => {
    if (life.trial !== null) {
      item.end = state.anchor;
      return [{ amount: 0n, start, end: item.end, item }];
    }
    if (life.anchor === null) {
      item.end = firstEnd(state, item.price);
      return [{ amount: grossOf(item.price, item.quantity), start, end: item.end, item }];
    }
    const whole = wholePeriod(state, item);
    item.end = whole.end;
    if (!life.anchor.isBilled) return [];
    const amount = timeShare(state, nets[index] ?? 0n, whole.end - start, whole.end - whole.start);
    item.billed = { start, end: whole.end, amount };
    return [{ amount, start, end: whole.end, item: null }];
  });
}
