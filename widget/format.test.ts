import { describe, expect, it } from 'vitest';
import { Format } from './format.ts';

const options = { timeZone: 'UTC' };
const at = (year: number, month: number, day: number): number =>
  Date.UTC(year, month - 1, day, 12) / 1000;

/** Which kind of space and apostrophe Intl takes differs between its versions. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ').replace('’', "'");

function format(locale: string): Format {
  return new Format(locale, options);
}

describe('Format.money', () => {
  it.each([
    ['en', 2900, 'usd', '$29.00'],
    ['en', 1, 'usd', '$0.01'],
    ['en', -1448, 'usd', '-$14.48'],
    ['en-CA', 500, 'usd', 'US$5.00'],
    ['de', 123456, 'eur', '1.234,56 €'],
    ['de-CH', 123456, 'chf', "CHF 1'234.56"],
    ['ja', 1200, 'jpy', '￥1,200'],
    ['pl', 2900, 'pln', '29,00 zł'],
  ])('writes for %s %d %s as %s', (locale, amount, currency, expected) => {
    expect(plain(format(locale).money(amount, currency))).toBe(expected);
  });

  it('counts the digits as Stripe does, not as Intl does', () => {
    const en = format('en');
    expect(plain(en.money(290000, 'huf'))).toBe('HUF 2,900.00');
    expect(plain(en.money(290050, 'idr'))).toBe('IDR 2,900.50');
    expect(plain(en.money(2900, 'krw'))).toBe('₩2,900');
    expect(plain(en.money(2900, 'kwd'))).toBe('KWD 2.900');
  });

  it('shows whole units where only those are charged', () => {
    expect(plain(format('en').money(50000, 'isk'))).toBe('ISK 500');
    expect(plain(format('en').money(50000, 'ugx'))).toBe('UGX 500');
  });

  it('never puts a minus before nothing', () => {
    expect(format('en').money(-0, 'usd')).toBe('$0.00');
  });

  it('survives a currency that Intl does not know', () => {
    expect(plain(format('en').money(1250, 'usdc'))).toBe('USDC 12.50');
  });
});

describe('Format.fromNow', () => {
  it.each([
    ['en', 5, 'in 5 seconds'],
    ['en', 99, 'in 99 seconds'],
    ['en', 100, 'in 2 minutes'],
    ['en', 1_800, 'in 30 minutes'],
    ['en', 3_601, 'in 61 minutes'],
    ['en', 7_201, 'in 3 hours'],
    ['en', 86_400, 'in 24 hours'],
    ['en', 700_000, 'in 9 days'],
    ['de', 1_800, 'in 30 Minuten'],
    ['pl', 1_320, 'za 22 minuty'],
    ['ja', 1_800, '30 分後'],
  ])('writes for %s %d seconds as %s', (locale, seconds, expected) => {
    expect(plain(format(locale).fromNow(seconds))).toBe(expected);
  });
});

describe('Format dates', () => {
  it.each([
    ['en', 'December 3, 2026'],
    ['en-GB', '3 December 2026'],
    ['de', '3. Dezember 2026'],
    ['de-AT', '3. Dezember 2026'],
    ['ja', '2026年12月3日'],
  ])('writes a date for %s as %s', (locale, expected) => {
    expect(format(locale).date(at(2026, 12, 3))).toBe(expected);
  });

  it('keeps the calendar of the invoice where people have another one', () => {
    expect(format('ar-SA-u-nu-latn').date(at(2026, 12, 3))).toContain('2026');
    expect(format('ja-u-ca-japanese').date(at(2026, 12, 3))).toContain('2026');
  });

  it('writes the expiry of a card as on the card, in any zone', () => {
    const west = new Format('en', { timeZone: 'Pacific/Honolulu' });
    expect(west.monthYear(8, 2027)).toBe('08/2027');
    expect(format('de').monthYear(1, 2030)).toBe('01/2030');
    expect(format('ja').monthYear(12, 2027)).toBe('2027/12');
  });
});

describe('Format numbers and lists', () => {
  it('writes a percentage from the number that Stripe has', () => {
    expect(format('en').percent(20)).toBe('20%');
    expect(format('en').percent(12.5)).toBe('12.5%');
    expect(plain(format('de').percent(33.333))).toBe('33,33 %');
  });

  it('groups a number as the locale does', () => {
    expect(format('de').number(12345)).toBe('12.345');
  });

  it('joins a list with the right word', () => {
    expect(format('en-GB').list(['A', 'B', 'C'])).toBe('A, B and C');
    expect(format('de').list(['A', 'B'])).toBe('A und B');
    expect(format('de').list([])).toBe('');
  });
});
