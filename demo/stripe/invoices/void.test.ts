import { describe, expect, it } from 'vitest';
import { answerBank, DAY, latestInvoice, setStage } from '../testing/stage.ts';

async function started(card: string) {
  const stage = await setStage(card);
  const { stripe, customer, prices } = stage;
  const { id } = await stripe.subscriptions.create({ customer, items: [{ price: prices.small }] });
  const read = () => stripe.subscriptions.retrieve(id);
  return { ...stage, id, read, invoice: await latestInvoice(stripe, id) };
}

describe('voiding the first invoice of a subscription', () => {
  it('ends one that still waits for its payment, and nothing can be done with it any more', async () => {
    const { stripe, simulator, id, read, invoice } = await started(
      'pm_card_authenticationRequired',
    );
    const { confirmation_secret } = await stripe.invoices.retrieve(invoice.id, {
      expand: ['confirmation_secret'],
    });
    await stripe.invoices.voidInvoice(invoice.id);
    const ended = await read();
    expect(ended).toMatchObject({ status: 'incomplete_expired', ended_at: simulator.now() });
    const secret = confirmation_secret?.client_secret ?? '';
    expect((await answerBank(simulator, secret, 'success')).status).toBe(400);
    await expect(stripe.subscriptions.cancel(id)).rejects.toMatchObject({
      code: 'resource_missing',
    });
    simulator.advanceTo(simulator.now() + 2 * DAY);
    expect(await read()).toEqual(ended);
  });

  it('is refused once it is paid, and the subscription goes on', async () => {
    const { stripe, read, invoice } = await started('pm_card_visa');
    await expect(stripe.invoices.voidInvoice(invoice.id)).rejects.toMatchObject({
      statusCode: 400,
    });
    expect((await read()).status).toBe('active');
  });
});
