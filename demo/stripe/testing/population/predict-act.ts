import type { Act, Proration } from './life.ts';
import { attempt, billNow, finish, settle } from './predict-bill.ts';
import { change, creditOf, wholeLines } from './predict-change.ts';
import { heldOf } from './predict-start.ts';
import type { State } from './predict-state.ts';
import { sum } from './rational.ts';

/** What a person does at this moment. */
export function perform(state: State, act: Act): void {
  if (act.do === 'change') change(state, act);
  if (act.do === 'end-trial') {
    state.anchor = state.now;
    state.status = 'active';
    billNow(state, wholeLines(state));
  }
  if (act.do === 'card') state.card = act.card;
  if (act.do === 'pay') for (const bill of open(state)) attempt(state, bill, true);
  if (act.do === 'authenticate') {
    if (state.card === 'asks-once') state.card = 'pays';
    for (const bill of open(state)) settle(state, bill);
  }
  if (act.do === 'coupon') state.coupons.push(heldOf(act.coupon, state.now));
  if (act.do === 'uncoupon') state.coupons = [];
  if (act.do === 'schedule') {
    const at = Math.min(...state.items.map((item) => item.end));
    const { price, quantity, proration } = act;
    state.phase = { at, price, quantity, proration };
  }
  performEnd(state, act);
}

function performEnd(state: State, act: Act): void {
  if (act.do === 'keep') state.cancelAt = null;
  if (act.do === 'cancel-at-period-end') {
    state.cancelAt = Math.max(...state.items.map((item) => item.end));
  }
  if (act.do === 'cancel-at') cancelAt(state, act);
  if (act.do === 'cancel-now') {
    if (act.prorate) state.waiting.push(...creditsFrom(state, state.now));
    if (act.invoiceNow && state.waiting.length > 0) billNow(state, []);
    else if (!act.prorate) state.waiting = [];
    finish(state);
  }
}

/** An end within the period gives back the rest of it, if prorations are wanted. */
function cancelAt(state: State, { when, proration }: { when: number; proration: Proration }): void {
  state.cancelAt = when;
  if (proration === 'none' || state.status === 'trialing') return;
  for (const item of state.items) {
    if (item.end <= when) continue;
    const credits = creditOf(state, item, when);
    state.waiting.push(...credits);
    const back = sum(credits.map(({ amount }) => amount));
    if (item.billed === null) continue;
    item.billed = { ...item.billed, end: when, amount: item.billed.amount + back };
  }
}

function creditsFrom(state: State, at: number) {
  if (state.status === 'trialing') return [];
  return state.items.flatMap((item) => (item.end > at ? creditOf(state, item, at) : []));
}

function open(state: State) {
  return state.bills.filter(({ status }) => status === 'open');
}
