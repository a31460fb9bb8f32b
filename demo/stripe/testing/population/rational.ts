/** An exact fraction; the denominator is above zero. */
export interface Ratio {
  readonly over: bigint;
  readonly under: bigint;
}

export function ratio(over: bigint | number, under: bigint | number = 1n): Ratio {
  const [top, bottom] = [BigInt(over), BigInt(under)];
  return bottom < 0n ? { over: -top, under: -bottom } : { over: top, under: bottom };
}

/** Reads `12.5` or `7` exactly. */
export function decimal(text: string | number): Ratio {
  const [whole = '0', fraction = ''] = String(text).split('.');
  return ratio(BigInt(whole + fraction), 10n ** BigInt(fraction.length));
}

export function times(left: Ratio, right: Ratio): Ratio {
  return ratio(left.over * right.over, left.under * right.under);
}

/** To the nearest whole number; half goes away from zero. */
export function round({ over, under }: Ratio): bigint {
  const size = over < 0n ? -over : over;
  const down = size / under;
  const rounded = (size - down * under) * 2n >= under ? down + 1n : down;
  return over < 0n ? -rounded : rounded;
}

/** `amount × over / under`, rounded. */
export function part(amount: bigint, over: bigint | number, under: bigint | number): bigint {
  return round(times(ratio(amount), ratio(over, under)));
}

export function sum(amounts: Iterable<bigint>): bigint {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return total;
}
