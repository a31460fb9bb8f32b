import { describe, expect, it } from 'vitest';
import { declineFor } from './declines.ts';

describe('a decline', () => {
  it.each([
    ['insufficient_funds', 'card_declined', 'try_again_later', '51'],
    ['lost_card', 'card_declined', 'do_not_try_again', '41'],
    ['expired_card', 'expired_card', 'confirm_card_data', '54'],
    ['authentication_required', 'authentication_required', null, '1A'],
  ])('%s is told as %s, with the advice %s and the network code %s', (...row) => {
    const [name, code, advice, networkCode] = row;
    expect(declineFor(name)).toMatchObject({ code, advice, networkCode });
  });

  it('has a code that Stripe has', () => {
    expect(() => declineFor('too_expensive')).toThrow(RangeError);
    expect(() => declineFor('toString')).toThrow(RangeError);
  });
});
