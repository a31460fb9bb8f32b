import { describe, expect, it } from 'vitest';
import { multiplyDecimal, percentOf, percentWithin, scaleAmount } from './round.ts';

describe('rounding', () => {
  it('goes to the nearest whole, ties away from zero, and is exact for large amounts', () => {
    expect(scaleAmount(1000, 1, 3)).toBe(333);
    expect(scaleAmount(1001, 1, 2)).toBe(501);
    expect(scaleAmount(-1001, 1, 2)).toBe(-501);
    // 999,999,999,999 × 2,678,399 ÷ 2,678,400: far beyond what a double holds between.
    expect(scaleAmount(999_999_999_999, 2_678_399, 2_678_400)).toBe(999_999_626_642);
  });

  it('multiplies sub-cent prices before it rounds', () => {
    // 0.05 cents × 30 = 1.5 cents, once rounded 2; rounded each it would be nothing.
    expect(multiplyDecimal('0.05', 30)).toBe(2);
    expect(multiplyDecimal('1200', 5)).toBe(6000);
  });

  it('knows tax on top from tax within', () => {
    expect(percentOf(1000, 19)).toBe(190);
    // 1190 with 19 % inside: 1190 × 19 ÷ 119 = 190
    expect(percentWithin(1190, 19)).toBe(190);
  });
});
