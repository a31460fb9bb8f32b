import type { Life, Outcome, OutcomeInvoice } from './life.ts';
import { perform } from './predict-act.ts';
import { attempt, drawUp, finish, totalOf, voidBill } from './predict-bill.ts';
import { begin } from './predict-start.ts';
import { LIVE, wholePeriod } from './predict-state.ts';
import type { Bill, State } from './predict-state.ts';
import { grossOf, timeShare } from './predict-total.ts';
import type { TotalledLine } from './predict-total.ts';
import { sum } from './rational.ts';

const EXPIRY_SECONDS = 23 * 3600;

/**
 * What Stripe makes of a life until `until`, by its documentation alone: nothing here knows the
 * simulator.
 */
export function predict(life: Life, until: number): Outcome {
  const state = begin(life);
  for (const act of life.acts) {
    passTime(state, act.at);
    perform(state, act);
  }
  passTime(state, until);
  return {
    status: state.status,
    balance: state.balance,
    waiting: sum(state.waiting.map((line) => line.amount)),
    refusals: [],
    invoices: state.bills.map(outcomeOf),
  };
}

function passTime(state: State, until: number): void {
  for (let due = nextDue(state); due.at <= until; due = nextDue(state)) {
    state.now = due.at;
    due.run();
  }
  state.now = until;
}

/** Of two things at one second the one that is named first comes first. */
function nextDue(state: State): { at: number; run: () => void } {
  const dues: { at: number; run: () => void }[] = [{ at: Infinity, run: () => undefined }];
  for (const bill of state.bills) {
    if (bill.dueAt !== null) dues.push({ at: bill.dueAt, run: () => attempt(state, bill, true) });
  }
  if (state.status === 'incomplete') {
    dues.push({ at: state.life.start + EXPIRY_SECONDS, run: () => expire(state) });
  }
  if (LIVE.has(state.status)) {
    if (state.cancelAt !== null) dues.push({ at: state.cancelAt, run: () => endOnTime(state) });
    const ends = state.items.map((item) => item.end);
    dues.push({ at: Math.min(...ends), run: () => renew(state) });
  }
  return dues.reduce((first, due) => (due.at < first.at ? due : first));
}

function expire(state: State): void {
  state.status = 'incomplete_expired';
  for (const bill of state.bills) if (bill.status === 'open') voidBill(state, bill);
}

/** What waits is still billed when a subscription ends as planned. */
function endOnTime(state: State): void {
  const last = state.waiting.length > 0 ? drawUp(state, []) : null;
  const dueAt = last?.dueAt ?? null;
  finish(state);
  if (last !== null) last.dueAt = dueAt;
}

function renew(state: State): void {
  if (state.status === 'trialing' && state.card === 'none' && state.life.trial !== null) {
    const { without } = state.life.trial;
    if (without === 'cancel') finish(state);
    if (without === 'pause') state.status = 'paused';
    if (without !== 'create_invoice') return;
  }
  if (state.status === 'trialing') state.status = 'active';
  enterPhase(state);
  const lines = state.items.flatMap((item) => {
    if (item.end > state.now) return [];
    const { start, end: wholeEnd } = wholePeriod(state, item);
    const stop = Math.min(wholeEnd, state.cancelAt ?? Infinity);
    item.end = wholeEnd;
    const gross = grossOf(item.price, item.quantity);
    const amount =
      stop === wholeEnd ? gross : timeShare(state, gross, stop - start, wholeEnd - start);
    return [{ amount, start, end: stop, item }];
  });
  drawUp(state, lines);
}

/** At a period's end there is nothing to prorate; another interval begins its own cycle. */
function enterPhase(state: State): void {
  const [item] = state.items;
  if (state.phase === null || state.phase.at > state.now || item === undefined) return;
  const { price, quantity } = state.phase;
  const isSame = price.interval === item.price.interval && price.every === item.price.every;
  if (!isSame) state.anchor = state.now;
  Object.assign(item, { price, quantity, end: state.now });
  state.phase = null;
}

/** Whether a proration of nothing gets a line is not documented: such lines are left out. */
function outcomeOf(bill: Bill): OutcomeInvoice {
  const isSaid = (line: TotalledLine) => line.item !== null || line.amount !== 0n;
  const lines = bill.lines.filter(isSaid).map((line) => ({
    amount: line.amount,
    start: line.start,
    end: line.end,
    discount: line.discount,
    tax: line.exclusive + line.inclusive,
  }));
  return {
    at: bill.at,
    status: bill.status,
    total: totalOf(bill),
    amountDue: bill.amountDue,
    discounts: sum(lines.map((line) => line.discount)),
    tax: sum(lines.map((line) => line.tax)),
    lines,
  };
}
