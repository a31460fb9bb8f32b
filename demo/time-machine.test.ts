import { describe, expect, it } from 'vitest';
import { giveCard, setStage, START } from './stripe/testing/stage.ts';
import { createTimeMachine } from './time-machine.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;

async function subscribed(token = 'pm_card_visa') {
  const stage = await setStage(token);
  const { stripe, simulator, customer, prices } = stage;
  await stripe.subscriptions.create({ customer, items: [{ price: prices.small }] });
  return { ...stage, time: createTimeMachine(simulator) };
}

describe('the time machine', () => {
  it('stops when the renewal has been collected, not when its invoice is still a draft', async () => {
    const { stripe, customer, time } = await subscribed();
    expect(time.nextRenewalOf(customer)).toBe(START + 30 * DAY);
    await time.jump('renewal', customer);
    expect(time.now()).toBe(START + 30 * DAY + HOUR + 60);
    const { data } = await stripe.invoices.list({ customer });
    expect(data.map(({ status }) => status)).toEqual(['paid', 'paid']);
  });

  it('stops with an open invoice where the renewal is declined', async () => {
    const { stripe, customer, time } = await subscribed();
    await giveCard(stripe, customer, 'pm_card_chargeCustomerFail');
    await time.jump('renewal', customer);
    const { data } = await stripe.invoices.list({ customer });
    expect(data.map(({ status }) => status)).toEqual(['open', 'paid']);
  });

  it('goes on by a day, and by a month of the calendar', async () => {
    const { customer, time } = await subscribed();
    await time.jump('day', customer);
    expect(time.now()).toBe(START + DAY);
    await time.jump('month', customer);
    expect(time.now()).toBe(Date.UTC(2026, 4, 2, 12) / 1000);
  });

  it('stays where it is for a customer who will not be billed again', async () => {
    const { stripe, time } = await subscribed();
    const { id } = await stripe.customers.create({});
    expect(time.nextRenewalOf(id)).toBeNull();
    await time.jump('renewal', id);
    expect(time.now()).toBe(START);
  });
});
