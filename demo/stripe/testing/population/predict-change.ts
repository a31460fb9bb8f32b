import type { Act, Deed, ItemChange } from './life.ts';
import { billNow } from './predict-bill.ts';
import { firstEnd, wholePeriod } from './predict-state.ts';
import type { Item, State, WaitingLine } from './predict-state.ts';
import { grossOf, netsOf, timeShare } from './predict-total.ts';
import type { PlainLine } from './predict-total.ts';
import { heldOf } from './predict-start.ts';

type Change = Extract<Deed, { do: 'change' }>;

/**
 * Unused time of what was asked for comes back, the rest of the time is asked for anew; by the
 * second. A new cycle gives back the same way and asks for a whole period.
 * @see https://docs.stripe.com/billing/subscriptions/prorations
 */
export function change(state: State, act: Change & Act): void {
  if (act.coupon !== null && act.items.length === 0) throw new Error('A coupon is not a change.');
  const isTrial = state.status === 'trialing';
  const touches = act.items.filter((touch) => isReal(state, touch));
  const credits: WaitingLine[] = [];
  const isAnchored = !isTrial && (act.isAnchoredNow || isForced(state, touches));
  const before = [...state.items];
  for (const item of before) {
    const isTouched = isAnchored || touches.some(({ key }) => key === item.key);
    if (!isTrial && isTouched) credits.push(...creditOf(state, item));
  }
  if (act.coupon !== null) state.coupons.push(heldOf(act.coupon, state.now));
  state.items = apply(state, touches);
  if (isTrial) return;
  if (isAnchored) {
    state.anchor = state.now;
    const kept = act.proration === 'none' ? [] : credits;
    state.waiting.push(...kept);
    billNow(state, wholeLines(state));
    return;
  }
  const debits = act.proration === 'none' ? [] : debitsOf(state, touches);
  if (act.proration === 'none') return;
  state.waiting.push(...credits, ...debits);
  if (act.proration === 'always_invoice' && credits.length + debits.length > 0) billNow(state, []);
}

/** Every item's first period of a cycle that begins now. */
export function wholeLines(state: State): PlainLine[] {
  return state.items.map((item) => {
    item.end = firstEnd(state, item.price);
    const amount = grossOf(item.price, item.quantity);
    return { amount, start: state.now, end: item.end, item };
  });
}

/**
 * Flexible gives back of what was asked for; classic of what the item costs.
 * @see https://docs.stripe.com/billing/subscriptions/billing-mode
 */
export function creditOf(state: State, item: Item, at = state.now): WaitingLine[] {
  const until = item.billed?.end ?? item.end;
  const line = (amount: bigint) => (amount === 0n ? [] : [{ amount, start: at, end: until }]);
  if (state.life.mode === 'classic') {
    const net = netsOf(state.items, state.coupons, state.now)[state.items.indexOf(item)] ?? 0n;
    const { start, end } = wholePeriod(state, item);
    return line(-timeShare(state, net, end - at, end - start));
  }
  if (item.billed === null || item.billed.end <= at) return [];
  const { start, end, amount } = item.billed;
  return line(-timeShare(state, amount, end - at, end - start));
}

function debitsOf(state: State, changes: ItemChange[]): WaitingLine[] {
  const nets = netsOf(state.items, state.coupons, state.now);
  return state.items.flatMap((item, index) => {
    if (!changes.some(({ key }) => key === item.key)) return [];
    const whole = wholePeriod(state, item);
    const end = Math.min(whole.end, state.cancelAt ?? whole.end);
    const amount = timeShare(state, nets[index] ?? 0n, end - state.now, whole.end - whole.start);
    item.billed = { start: state.now, end, amount };
    return [{ amount, start: state.now, end }];
  });
}

function apply(state: State, changes: ItemChange[]): Item[] {
  const items = state.items.flatMap((item): Item[] => {
    const touch = changes.find(({ key }) => key === item.key);
    if (touch === undefined) return [item];
    if (touch.isRemoved === true) return [];
    const price = touch.price ?? item.price;
    const quantity = touch.quantity ?? (price === item.price ? item.quantity : 1);
    return [{ ...item, price, quantity }];
  });
  const added = changes.flatMap(({ key, price, quantity = 1 }): Item[] => {
    if (price === undefined || state.items.some((item) => item.key === key)) return [];
    const isTrial = state.status === 'trialing';
    const end = isTrial ? (state.items[0]?.end ?? 0) : wholePeriod(state, { price }).end;
    return [{ key, price, quantity, coupons: [], end, billed: null }];
  });
  return [...items, ...added];
}

/** To say again what is already so changes nothing. */
function isReal(state: State, { key, price, quantity, isRemoved }: ItemChange): boolean {
  const old = state.items.find((item) => item.key === key);
  if (old === undefined || isRemoved === true) return true;
  if (price !== undefined && price !== old.price) return true;
  return quantity !== undefined && quantity !== old.quantity;
}

/** Classic subscriptions begin a new cycle with another interval. */
function isForced(state: State, changes: ItemChange[]): boolean {
  if (state.life.mode === 'flexible') return false;
  return changes.some(({ key, price }) => {
    const old = state.items.find((item) => item.key === key)?.price;
    if (price === undefined || old === undefined) return false;
    return price.interval !== old.interval || price.every !== old.every;
  });
}
