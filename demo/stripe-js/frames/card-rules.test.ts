import { describe, expect, it } from 'vitest';
import * as rules from './card-rules.js';

describe('card number', () => {
  it.each([
    '4242424242424242',
    '5555555555554444',
    '378282246310005',
    '6011111111111117',
    '4000002500003155',
    '4000000000000341',
  ])('takes Stripe’s test card %s', (number) => {
    expect(rules.checkNumber(number)).toBeNull();
  });

  it('takes it as people write it', () => {
    expect(rules.checkNumber('4242 4242-4242 4242')).toBeNull();
    expect(rules.checkNumber('٤٢٤٢٤٢٤٢٤٢٤٢٤٢٤٢')).toBeNull();
    expect(rules.checkNumber('４２４２４２４２４２４２４２４２')).toBeNull();
  });

  it('refuses every change of one digit', () => {
    const good = '4242424242424242';
    for (let place = 0; place < good.length; place++) {
      const digit = (Number(good[place]) + 1) % 10;
      const wrong = good.slice(0, place) + String(digit) + good.slice(place + 1);
      expect(rules.isLuhnValid(wrong), wrong).toBe(false);
    }
  });

  it('tells an incomplete one from a wrong one', () => {
    expect(rules.checkNumber('')).toBe('incomplete_number');
    expect(rules.checkNumber('424242424242424')).toBe('incomplete_number');
    expect(rules.checkNumber('4242424242424241')).toBe('invalid_number');
  });

  it('is grouped as on the card, while it is typed and when it is whole', () => {
    expect(rules.formatNumber('42424')).toBe('4242 4');
    expect(rules.formatNumber('4242424242424242999')).toBe('4242 4242 4242 4242');
    expect(rules.formatNumber('3782')).toBe('3782');
    expect(rules.formatNumber('378282246310005')).toBe('3782 822463 10005');
    expect(rules.formatNumber('')).toBe('');
  });

  it('shows its brand by its first digits', () => {
    const name = (number: string): string => rules.brandOf(number).name;
    expect(['4', '34', '37', '51', '2221', '2720', '6011'].map(name)).toEqual([
      'visa',
      'amex',
      'amex',
      'mastercard',
      'mastercard',
      'mastercard',
      'discover',
    ]);
    expect(['2220', '2721', '1', ''].map(name)).toEqual(Array(4).fill('unknown'));
  });
});

describe('expiry', () => {
  const now = new Date(2026, 10, 21);

  it('is good until the end of its month', () => {
    expect(rules.checkExpiry('11 / 26', now)).toBeNull();
    expect(rules.checkExpiry('10 / 26', now)).toBe('invalid_expiry_month_past');
    expect(rules.checkExpiry('12 / 25', now)).toBe('invalid_expiry_year_past');
    expect(rules.checkExpiry('01 / 27', now)).toBeNull();
  });

  it('refuses what is no date, and what no card can have', () => {
    expect(rules.checkExpiry('', now)).toBe('incomplete_expiry');
    expect(rules.checkExpiry('12', now)).toBe('incomplete_expiry');
    expect(rules.checkExpiry('13 / 27', now)).toBe('invalid_expiry_month');
    expect(rules.checkExpiry('00 / 27', now)).toBe('invalid_expiry_month');
    expect(rules.checkExpiry('01 / 99', now)).toBe('invalid_expiry_year');
  });

  it('is read in every usual spelling', () => {
    for (const text of ['12 / 27', '12/27', '1227', '12/2027', '12 / 2027']) {
      expect(rules.parseExpiry(text), text).toEqual({ month: 12, year: 2027 });
    }
    expect(rules.parseExpiry('4/27')).toEqual({ month: 4, year: 2027 });
    expect(rules.formatExpiry('4')).toBe('04');
    expect(rules.formatExpiry('123')).toBe('12 / 3');
  });
});

describe('security code', () => {
  it('has four digits on American Express and three elsewhere', () => {
    expect(rules.checkCvc('123', '4242')).toBeNull();
    expect(rules.checkCvc('12', '4242')).toBe('incomplete_cvc');
    expect(rules.checkCvc('1234', '3782')).toBeNull();
    expect(rules.checkCvc('123', '3782')).toBe('incomplete_cvc');
  });
});
