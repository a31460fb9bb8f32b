import { describe, expect, it } from 'vitest';
import { periodAround, stepFrom } from './period.ts';

const at = (text: string) => Date.parse(`${text}Z`) / 1000;
const monthly = { interval: 'month', intervalCount: 1 } as const;

describe('billing periods', () => {
  it('keep the day of the anchor, or take the last of a shorter month', () => {
    const anchor = at('2026-01-31T12:00:00');
    expect(stepFrom(anchor, monthly, 1)).toBe(at('2026-02-28T12:00:00'));
    expect(stepFrom(anchor, monthly, 2)).toBe(at('2026-03-31T12:00:00'));
    expect(stepFrom(at('2024-02-29T00:00:00'), { interval: 'year', intervalCount: 1 }, 1)).toBe(
      at('2025-02-28T00:00:00'),
    );
  });

  it('are found around any moment, before the anchor too, and begin at their start', () => {
    const anchor = at('2026-01-31T12:00:00');
    expect(periodAround(anchor, monthly, at('2026-02-28T12:00:00'))).toEqual({
      start: at('2026-02-28T12:00:00'),
      end: at('2026-03-31T12:00:00'),
    });
    expect(periodAround(anchor, monthly, at('2025-12-31T11:59:59'))).toEqual({
      start: at('2025-11-30T12:00:00'),
      end: at('2025-12-31T12:00:00'),
    });
  });
});
