import { describe, expect, it } from 'vitest';
import { Format } from './format.ts';
import { shortDate } from './short-date.ts';

const NOW = (): number => Date.UTC(2026, 5, 1);
const NEW_YEAR = Date.UTC(2027, 0, 1) / 1000;

describe('shortDate', () => {
  it('leaves out the year where it is this one', () => {
    const format = new Format('en-GB', { timeZone: 'UTC' });
    expect(shortDate(format, Date.UTC(2026, 11, 3) / 1000, NOW)).toBe('3 Dec');
    expect(shortDate(format, Date.UTC(2027, 0, 3) / 1000, NOW)).toBe('3 Jan 2027');
  });

  it('tells this year from the next in the zone that it writes in', () => {
    const west = new Format('en-GB', { timeZone: 'America/New_York' });
    const east = new Format('en-GB', { timeZone: 'Asia/Tokyo' });
    expect(shortDate(west, NEW_YEAR, NOW)).toBe('31 Dec');
    expect(shortDate(east, NEW_YEAR, NOW)).toBe('1 Jan 2027');
  });
});
