import type { PlainLine } from './predict-total.ts';
import { totalLines } from './predict-total.ts';
import { LIVE } from './predict-state.ts';
import type { Bill, State } from './predict-state.ts';
import { sum } from './rational.ts';

const HOUR = 3600;
const DAY = 86_400;
const RETRY_DAYS = [3, 5, 7];
/** The smallest amount that can be charged. */
const SMALLEST: Record<string, bigint> = { usd: 50n, eur: 50n, gbp: 30n, jpy: 50n };

/** A draft of these lines and of everything that was waiting. */
export function drawUp(state: State, lines: PlainLine[], isFirst = false): Bill {
  const waiting = state.waiting.map((line) => ({ ...line, item: null }));
  state.waiting = [];
  const { coupons, now: at } = state;
  const totalled = totalLines([...waiting, ...lines], { coupons, taxes: state.life.taxes, at });
  for (const { item, amount, discount, start, end } of totalled) {
    if (item !== null) item.billed = { start, end, amount: amount - discount };
  }
  const bill: Bill = {
    at,
    isFirst,
    status: 'draft',
    lines: totalled,
    dueAt: at + HOUR,
    tries: 0,
    amountDue: 0n,
    moved: 0n,
  };
  state.bills.push(bill);
  return bill;
}

/** The customer's balance is settled now, one-time coupons are gone, and money is asked for. */
export function finalise(state: State, bill: Bill): void {
  const asked = totalOf(bill) + state.balance;
  const isTooSmall = asked > 0n && asked < (SMALLEST[state.life.currency] ?? 1n);
  const after = asked < 0n || isTooSmall ? asked : 0n;
  bill.amountDue = asked > 0n && !isTooSmall ? asked : 0n;
  bill.moved = after - state.balance;
  state.balance = after;
  bill.status = 'open';
  bill.dueAt = null;
  for (const held of bill.lines.flatMap((line) => line.used)) {
    if (held.coupon.duration === 'once') held.isUsed = true;
  }
  if (bill.amountDue === 0n) settle(state, bill);
}

/** A try without anybody there; the renewals are tried again later. */
export function attempt(state: State, bill: Bill, isRetried: boolean): void {
  if (bill.status === 'draft') finalise(state, bill);
  if (bill.status !== 'open') return;
  if (state.card === 'pays') {
    settle(state, bill);
    return;
  }
  const days = RETRY_DAYS[bill.tries];
  bill.tries += 1;
  bill.dueAt = isRetried && days !== undefined ? state.now + days * DAY : null;
  if (state.status === 'active') state.status = 'past_due';
}

export function billNow(state: State, lines: PlainLine[]): void {
  attempt(state, drawUp(state, lines), false);
}

/** A subscription is as good as its latest invoice. */
export function settle(state: State, bill: Bill): void {
  bill.status = 'paid';
  bill.dueAt = null;
  if (state.status === 'incomplete' && bill.isFirst) state.status = 'active';
  const latest = state.bills.findLast(({ status }) => status !== 'draft');
  if (state.status === 'past_due' && latest === bill) state.status = 'active';
}

/** The balance that went into it comes back. */
export function voidBill(state: State, bill: Bill): void {
  bill.status = 'void';
  bill.dueAt = null;
  state.balance -= bill.moved;
}

export function finish(state: State): void {
  if (!LIVE.has(state.status)) return;
  state.status = 'canceled';
  for (const bill of state.bills) bill.dueAt = null;
}

export function totalOf(bill: Bill): bigint {
  return sum(bill.lines.map((line) => line.amount - line.discount + line.exclusive));
}
