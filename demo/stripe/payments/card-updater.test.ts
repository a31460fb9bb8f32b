import { describe, expect, it } from 'vitest';
import { giveCard, setStage } from '../testing/stage.ts';
import { typesTold } from '../testing/told.ts';

describe('a card that its bank has replaced', () => {
  it('lives on as the same method, with the new number and date, and events say so', async () => {
    const { simulator, stripe, customer } = await setStage();
    const id = await giveCard(stripe, customer, 'pm_card_visa');
    const before = await stripe.paymentMethods.retrieve(id);
    const change = { number: '5555555555554444', expMonth: 3, expYear: 2031 };
    const types = await typesTold(stripe, async () => simulator.updateCard(id, change));
    expect(types).toEqual(['payment_method.automatically_updated']);
    const after = await stripe.paymentMethods.retrieve(id);
    expect(after.card).toMatchObject({ last4: '4444', exp_month: 3, exp_year: 2031 });
    expect(after.card?.fingerprint).not.toBe(before.card?.fingerprint);
  });

  it('is replaced from outside too, by a control', async () => {
    const { simulator, stripe, customer } = await setStage('pm_card_visa', { control: true });
    const [card] = (await stripe.paymentMethods.list({ customer })).data;
    const ask = async (id: string, body: object) =>
      simulator.fetch(
        new Request(`http://stripe.test/_control/payment_methods/${id}/card`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
      );
    expect((await ask(card?.id ?? '', { expYear: 2033 })).status).toBe(200);
    expect((await stripe.paymentMethods.retrieve(card?.id ?? '')).card?.exp_year).toBe(2033);
    expect((await ask(card?.id ?? '', { number: '1' })).status).toBe(400);
    expect((await ask('pm_none', { expYear: 2033 })).status).toBe(400);
  });

  it('is one, and somebody has saved it', async () => {
    const { simulator, stripe } = await setStage();
    const { id } = await stripe.paymentMethods.create({
      type: 'card',
      card: { token: 'tok_visa' },
    });
    expect(() => simulator.updateCard(id, { expYear: 2033 })).toThrow(RangeError);
  });
});
