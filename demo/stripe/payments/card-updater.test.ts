import { describe, expect, it } from 'vitest';
import { createWorld } from '../core/world.ts';
import { START } from '../testing/stage.ts';
import { createMethod, findOrMake } from './attach.ts';
import { updateCardAutomatically } from './card-updater.ts';
import { formatPaymentMethod } from './payment-method.ts';

describe('a card that its bank has replaced', () => {
  it('lives on as the same method, with the new number and date', () => {
    const world = createWorld(() => START);
    const fresh = findOrMake(world, 'pm_card_visa');
    const before = formatPaymentMethod(world, fresh);
    world.store.paymentMethods.update(fresh.id, { customer: 'cus_1' });
    const change = { number: '5555555555554444', expMonth: 3, expYear: 2031 };
    const after = formatPaymentMethod(world, updateCardAutomatically(world, fresh.id, change));
    expect(after.id).toBe(before.id);
    expect(after.card).toMatchObject({ last4: '4444', exp_month: 3, exp_year: 2031 });
    expect(after.card?.fingerprint).not.toBe(before.card?.fingerprint);
  });

  it('is a card, and somebody has saved it', () => {
    const world = createWorld(() => START);
    const loose = findOrMake(world, 'pm_card_visa');
    expect(() => updateCardAutomatically(world, loose.id, {})).toThrow(RangeError);
    const details = { type: 'sepa_debit', iban: 'AT321904300235473204' } as const;
    const account = createMethod(world, { details });
    world.store.paymentMethods.update(account.id, { customer: 'cus_1' });
    expect(() => updateCardAutomatically(world, account.id, {})).toThrow(RangeError);
  });
});
