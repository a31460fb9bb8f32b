import { describe, expect, it } from 'vitest';
import { DAY, latestInvoice, setStage, START } from '../testing/stage.ts';

/** A month of April for 10.00. */
async function april() {
  const stage = await setStage();
  const { stripe, prices, customer } = stage;
  const { id } = await stripe.subscriptions.create({ customer, items: [{ price: prices.small }] });
  const waiting = async () => {
    const { data } = await stripe.invoiceItems.list({ customer, pending: true });
    return data.map(({ amount }) => amount);
  };
  return { ...stage, id, waiting };
}

describe('an end within the running period', () => {
  it('gives the time after it back, with the last invoice', async () => {
    const { stripe, simulator, customer, id, waiting } = await april();
    await stripe.subscriptions.update(id, { cancel_at: START + 21 * DAY });
    expect(await waiting()).toEqual([-300]);
    simulator.advanceTo(START + 22 * DAY);
    expect((await stripe.subscriptions.retrieve(id)).status).toBe('canceled');
    expect(await latestInvoice(stripe, id)).toMatchObject({ total: -300 });
    expect(await stripe.customers.retrieve(customer)).toMatchObject({ balance: -300 });
  });

  it('asks for that time again when it is moved or taken back', async () => {
    const { stripe, id, waiting } = await april();
    await stripe.subscriptions.update(id, { cancel_at: START + 21 * DAY });
    await stripe.subscriptions.update(id, { cancel_at: START + 24 * DAY });
    expect(await waiting()).toEqual([100, -300]);
    await stripe.subscriptions.update(id, { cancel_at: '' });
    expect(await waiting()).toEqual([200, 100, -300]);
  });

  it('costs and gives nothing without prorations', async () => {
    const { stripe, simulator, id, waiting } = await april();
    const end = { cancel_at: START + 21 * DAY, proration_behavior: 'none' } as const;
    await stripe.subscriptions.update(id, end);
    simulator.advanceTo(START + 22 * DAY);
    expect(await waiting()).toEqual([]);
    expect(await latestInvoice(stripe, id)).toMatchObject({ total: 1000 });
  });

  it('makes a new subscription cheaper from the start', async () => {
    const { stripe, prices, customer } = await setStage();
    const items = [{ price: prices.small }];
    const { id } = await stripe.subscriptions.create({
      customer,
      items,
      cancel_at: START + 12 * DAY,
    });
    expect(await latestInvoice(stripe, id)).toMatchObject({ total: 400 });
  });
});

describe('an end within a later period', () => {
  it('is in the preview and the price of that period, whatever was said about prorations', async () => {
    const { stripe, simulator, id } = await april();
    // May has 31 days; the subscription lives for 12.4 of them.
    const end = { cancel_at: START + 42.4 * DAY, proration_behavior: 'none' } as const;
    await stripe.subscriptions.update(id, end);
    expect((await stripe.invoices.createPreview({ subscription: id })).total).toBe(400);
    simulator.advanceTo(START + 31 * DAY);
    expect(await latestInvoice(stripe, id)).toMatchObject({ total: 400, status: 'paid' });
  });
});
