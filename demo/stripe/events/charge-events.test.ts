import { describe, expect, it } from 'vitest';
import { giveCard, latestInvoice, setStage, START } from '../testing/stage.ts';
import { told, typesTold } from '../testing/told.ts';

type Stage = Awaited<ReturnType<typeof setStage>>;

function start({ stripe, prices, customer }: Stage) {
  return stripe.subscriptions.create({ customer, items: [{ price: prices.small }] });
}

async function newestCharge({ stripe, customer }: Stage): Promise<string> {
  return (await stripe.charges.list({ customer, limit: 1 })).data[0]?.id ?? '';
}

/** A bank account that may be debited. */
async function giveAccount({ stripe, customer }: Stage): Promise<string> {
  const method = await giveCard(stripe, customer, 'pm_usBankAccount_success');
  await stripe.setupIntents.create({
    customer,
    payment_method: method,
    confirm: true,
    automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
    mandate_data: { customer_acceptance: { type: 'offline', offline: {} } },
  });
  return method;
}

describe('events of a charge', () => {
  it('come right before those of its payment', async () => {
    const stage = await setStage();
    const types = await typesTold(stage.stripe, () => start(stage));
    const at = types.indexOf('charge.succeeded');
    expect(types.slice(at, at + 2)).toEqual(['charge.succeeded', 'payment_intent.succeeded']);
  });

  it('tell of a refusal', async () => {
    const stage = await setStage('pm_card_chargeCustomerFail');
    const events = await told(stage.stripe, () => start(stage));
    const failed = events.find(({ type }) => type === 'charge.failed');
    expect(failed?.data.object).toMatchObject({ status: 'failed', failure_code: 'card_declined' });
    const types = events.map(({ type }) => type);
    expect(types).toContain('payment_intent.payment_failed');
    expect(types).not.toContain('charge.succeeded');
  });

  it('tell of a refund with the charge that it belongs to', async () => {
    const stage = await setStage();
    await start(stage);
    const charge = await newestCharge(stage);
    const events = await told(stage.stripe, () =>
      stage.stripe.refunds.create({ charge, amount: 400 }),
    );
    expect(events.map(({ type }) => type)).toEqual(['refund.created', 'charge.refunded']);
    expect(events[1]?.data.object).toMatchObject({ amount_refunded: 400, refunded: false });
  });

  it('tell of a refund that fails later', async () => {
    const stage = await setStage('pm_card_refundFail');
    await start(stage);
    const charge = await newestCharge(stage);
    await stage.stripe.refunds.create({ charge });
    const types = await typesTold(stage.stripe, () => stage.simulator.advanceTo(START + 3600));
    expect(types).toEqual(['refund.updated', 'refund.failed']);
  });

  it('tell of a dispute', async () => {
    const stage = await setStage('pm_card_createDispute');
    const types = await typesTold(stage.stripe, () => start(stage));
    expect(types).toContain('charge.succeeded');
    expect(types).toContain('charge.dispute.created');
  });

  it('tell of new metadata', async () => {
    const stage = await setStage();
    await start(stage);
    const charge = await newestCharge(stage);
    const update = stage.stripe.charges.update.bind(stage.stripe.charges);
    expect(await typesTold(stage.stripe, () => update(charge, { metadata: { a: 'b' } }))).toEqual([
      'charge.updated',
    ]);
  });
});

describe('events of a bank debit', () => {
  it('tell that it is on its way, and minutes later that it has come', async () => {
    const stage = await setStage();
    const { stripe, simulator } = stage;
    await giveAccount(stage);
    let id = '';
    const first = await typesTold(stripe, async () => {
      id = (await start(stage)).id;
    });
    expect(first).toEqual(expect.arrayContaining(['charge.pending', 'payment_intent.processing']));
    expect(first).not.toContain('invoice.payment_failed');
    const later = await typesTold(stripe, () => simulator.advanceTo(START + 600));
    expect(later).toEqual(
      expect.arrayContaining(['charge.succeeded', 'payment_intent.succeeded', 'invoice.paid']),
    );
    expect((await latestInvoice(stripe, id)).status).toBe('paid');
  });

  it('tell when the permission for it ends', async () => {
    const stage = await setStage();
    const { stripe } = stage;
    const method = await giveAccount(stage);
    const types = await typesTold(stripe, () => stripe.paymentMethods.detach(method));
    expect(types).toEqual(expect.arrayContaining(['mandate.updated', 'payment_method.detached']));
  });
});
