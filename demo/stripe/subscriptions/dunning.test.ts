import { describe, expect, it } from 'vitest';
import type { AccountOptions } from '../core/account.ts';
import { DAY, giveCard, HOUR, latestInvoice, setStage, START } from '../testing/stage.ts';

const RENEWAL = START + 30 * DAY;

/** A subscription whose card is declined from the first renewal on. */
async function failing(account: AccountOptions = {}) {
  const stage = await setStage('pm_card_visa', { account });
  const { stripe, customer, prices } = stage;
  const { id } = await stripe.subscriptions.create({ customer, items: [{ price: prices.small }] });
  await giveCard(stripe, customer, 'pm_card_chargeCustomerFail');
  return { ...stage, id };
}

describe('dunning', () => {
  it('tries again after three, five and seven days, and then leaves it past due', async () => {
    const { simulator, stripe, id } = await failing();
    const first = RENEWAL + HOUR;
    const tries = [first, first + 3 * DAY, first + 8 * DAY, first + 15 * DAY];
    for (const [index, at] of tries.entries()) {
      simulator.advanceTo(at);
      const next = tries[index + 1] ?? null;
      expect(await latestInvoice(stripe, id)).toMatchObject({
        status: 'open',
        attempted: true,
        attempt_count: index + 1,
        next_payment_attempt: next,
        auto_advance: true,
      });
      expect((await stripe.subscriptions.retrieve(id)).status).toBe('past_due');
    }
  });

  it('counts its own tries only: one by hand does not shorten the list', async () => {
    const { simulator, stripe, id } = await failing();
    simulator.advanceTo(RENEWAL + HOUR);
    const { id: invoice } = await latestInvoice(stripe, id);
    await expect(stripe.invoices.pay(invoice)).rejects.toMatchObject({ code: 'card_declined' });
    await expect(stripe.invoices.pay(invoice)).rejects.toMatchObject({ code: 'card_declined' });
    expect((await latestInvoice(stripe, id)).attempt_count).toBe(1);
    simulator.advanceTo(RENEWAL + HOUR + 3 * DAY);
    expect((await latestInvoice(stripe, id)).attempt_count).toBe(2);
  });

  it('is paid by a retry, and the subscription is active again', async () => {
    const { simulator, stripe, id, customer } = await failing();
    simulator.advanceTo(RENEWAL + HOUR);
    await giveCard(stripe, customer, 'pm_card_visa');
    simulator.advanceTo(RENEWAL + HOUR + 3 * DAY);
    expect(await latestInvoice(stripe, id)).toMatchObject({
      status: 'paid',
      attempt_count: 2,
      next_payment_attempt: null,
      auto_advance: false,
      status_transitions: { finalized_at: RENEWAL + HOUR, paid_at: RENEWAL + HOUR + 3 * DAY },
    });
    expect((await stripe.subscriptions.retrieve(id)).status).toBe('active');
  });

  it('cancels after the last try where the account wants it so', async () => {
    const { simulator, stripe, id } = await failing({
      dunning: { retryDays: [1], afterwards: 'cancel' },
    });
    simulator.advanceTo(RENEWAL + HOUR + DAY);
    expect(await stripe.subscriptions.retrieve(id)).toMatchObject({
      status: 'canceled',
      ended_at: RENEWAL + HOUR + DAY,
      cancellation_details: { reason: 'payment_failed' },
    });
    expect(await latestInvoice(stripe, id)).toMatchObject({ status: 'open', auto_advance: false });
    simulator.advanceTo(RENEWAL + 60 * DAY);
    expect((await stripe.invoices.list({ subscription: id })).data).toHaveLength(2);
  });

  it('leaves an unpaid subscription with drafts that wait, until the open invoice is paid', async () => {
    const { simulator, stripe, id, customer } = await failing({
      dunning: { retryDays: [], afterwards: 'unpaid' },
    });
    simulator.advanceTo(RENEWAL + HOUR);
    const open = await latestInvoice(stripe, id);
    expect((await stripe.subscriptions.retrieve(id)).status).toBe('unpaid');
    simulator.advanceTo(RENEWAL + 32 * DAY);
    const draft = await latestInvoice(stripe, id);
    expect(draft).toMatchObject({ status: 'draft', auto_advance: false, attempted: false });
    expect(draft.automatically_finalizes_at).toBeNull();
    await giveCard(stripe, customer, 'pm_card_visa');
    await stripe.invoices.pay(open.id);
    expect((await stripe.subscriptions.retrieve(id)).status).toBe('active');
    expect((await latestInvoice(stripe, id)).status).toBe('draft');
  });

  it.each(['paying', 'giving up'])(
    'ends by %s the latest invoice, not an older one',
    async (way) => {
      const { simulator, stripe, id, customer } = await failing();
      simulator.advanceTo(RENEWAL + 32 * DAY);
      const [latest, older] = (await stripe.invoices.list({ subscription: id, status: 'open' }))
        .data;
      await giveCard(stripe, customer, 'pm_card_visa');
      const settle = async (invoice: string) =>
        way === 'paying'
          ? stripe.invoices.pay(invoice)
          : stripe.invoices.markUncollectible(invoice);
      await settle(older?.id ?? '');
      expect((await stripe.subscriptions.retrieve(id)).status).toBe('past_due');
      await settle(latest?.id ?? '');
      expect((await stripe.subscriptions.retrieve(id)).status).toBe('active');
    },
  );

  it('also follows an update whose payment failed', async () => {
    const { simulator, stripe, id, prices, customer } = await failing();
    simulator.advanceTo(START + 10 * DAY);
    const { items } = await stripe.subscriptions.retrieve(id);
    const changed = await stripe.subscriptions.update(id, {
      items: [{ id: items.data[0]?.id ?? '', price: prices.large }],
      proration_behavior: 'always_invoice',
    });
    expect(changed.status).toBe('past_due');
    const retryAt = simulator.now() + 3 * DAY;
    expect((await latestInvoice(stripe, id)).next_payment_attempt).toBe(retryAt);
    await giveCard(stripe, customer, 'pm_card_visa');
    simulator.advanceTo(retryAt);
    expect((await stripe.subscriptions.retrieve(id)).status).toBe('active');
  });
});
