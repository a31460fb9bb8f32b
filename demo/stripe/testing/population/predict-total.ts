import type { PriceSpec, TaxSpec } from './life.ts';
import { isInForce } from './predict-state.ts';
import type { Held, Item, State } from './predict-state.ts';
import { decimal, part, ratio, round, sum, times } from './rational.ts';

export interface PlainLine {
  amount: bigint;
  start: number;
  end: number;
  /** What an item asks for a whole period may be discounted, prorations not. */
  item: Item | null;
}

export interface TotalledLine extends PlainLine {
  discount: bigint;
  exclusive: bigint;
  inclusive: bigint;
  used: Held[];
}

/**
 * A part of a period's price. Amounts in dinars end in a zero.
 * @see https://docs.stripe.com/currencies#special-cases
 */
export function timeShare(state: State, amount: bigint, over: number, under: number): bigint {
  const step = state.life.currency === 'kwd' ? 10n : 1n;
  return step * part(amount, over, BigInt(under) * step);
}

/** A whole period of so many units. */
export function grossOf(price: PriceSpec, quantity: number): bigint {
  if (price.tiers === null) {
    return round(times(decimal(price.unit ?? '0'), ratio(quantity)));
  }
  const { mode, steps } = price.tiers;
  if (mode === 'volume') {
    const step = steps.find(({ upTo }) => upTo === null || quantity <= upTo);
    return step === undefined ? 0n : BigInt(step.unit * quantity + step.flat);
  }
  let total = 0;
  let below = 0;
  for (const { upTo, unit, flat } of steps) {
    if (quantity <= below && below > 0) break;
    total += unit * (Math.min(quantity, upTo ?? quantity) - below) + flat;
    below = upTo ?? quantity;
  }
  return BigInt(total);
}

/** Discounts of the item, then those of the subscription, then tax on what is left; by line. */
export function totalLines(
  lines: PlainLine[],
  { coupons, taxes, at }: { coupons: Held[]; taxes: TaxSpec[]; at: number },
): TotalledLine[] {
  const takings = discountOf(lines, coupons, at);
  return lines.map((line, index) => {
    const { off = 0n, used = [] } = takings[index] ?? {};
    return { ...line, discount: off, used, ...taxesOf(line.amount - off, taxes) };
  });
}

/** What a whole period of each item costs with the discounts of that moment. */
export function netsOf(items: Item[], coupons: Held[], at: number): bigint[] {
  const lines = items.map((item) => ({
    amount: grossOf(item.price, item.quantity),
    start: 0,
    end: 0,
    item,
  }));
  const takings = discountOf(lines, coupons, at);
  return lines.map((line, index) => line.amount - (takings[index]?.off ?? 0n));
}

interface Taking {
  off: bigint;
  used: Held[];
}

function discountOf(lines: PlainLine[], coupons: Held[], at: number): Taking[] {
  const takings = lines.map((): Taking => ({ off: 0n, used: [] }));
  lines.forEach((line, index) => {
    for (const held of line.item?.coupons ?? []) take(lines, takings, { held, at, only: index });
  });
  for (const held of coupons) take(lines, takings, { held, at, only: null });
  return takings;
}

/**
 * An amount is shared out in proportion, cut to whole cents; the last line has what that leaves.
 * @see https://docs.stripe.com/billing/subscriptions/prorations
 */
function take(
  lines: PlainLine[],
  takings: Taking[],
  { held, at, only }: { held: Held; at: number; only: number | null },
): void {
  if (!isInForce(held, at)) return;
  const left = lines.map((line, index) =>
    line.item === null || (only !== null && only !== index)
      ? 0n
      : line.amount - (takings[index]?.off ?? 0n),
  );
  let whole = sum(left);
  const { percent, amount } = held.coupon;
  const asked = BigInt(amount ?? 0);
  let shared = asked < whole ? asked : whole;
  left.forEach((base, index) => {
    const cut = whole === 0n ? 0n : (shared * base) / whole;
    const share = percent === null ? cut : round(times(ratio(base), percentage(percent)));
    shared -= cut;
    whole -= base;
    const taking = takings[index];
    if (share === 0n || taking === undefined) return;
    taking.off += share;
    taking.used.push(held);
  });
}

function taxesOf(net: bigint, taxes: TaxSpec[]) {
  let exclusive = 0n;
  let inclusive = 0n;
  for (const tax of taxes) {
    const share = percentage(tax.percent);
    if (tax.isInclusive) inclusive += part(net, share.over, share.under + share.over);
    else exclusive += round(times(ratio(net), share));
  }
  return { exclusive, inclusive };
}

function percentage(percent: number) {
  return times(decimal(percent), ratio(1, 100));
}
