import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setStage, type Stage } from '../testing/stage.ts';
import { visiting } from '../testing/visiting.ts';

let stage: Stage;
const { open, overview, look, change, latestInvoice } = visiting(() => stage);
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.stop());

describe('a change of plan', () => {
  it('to less waits for the end of the paid period, and can be undone', async () => {
    const { call, id, subscription } = await open('monthly');
    const { starterMonthly } = stage.catalogue.prices;
    const shown = await look(call, id, { priceId: starterMonthly });
    expect(shown).toMatchObject({
      dueNow: 0,
      effective: 'period-end',
      effectiveAt: subscription.currentPeriodEndAt,
      next: { amount: 900, date: subscription.currentPeriodEndAt },
    });
    const scheduled = await change(call, id, shown.previewToken);
    expect(scheduled.body.status).toBe('scheduled');
    expect(scheduled.body.subscription.scheduledChange).toMatchObject({
      effectiveAt: subscription.currentPeriodEndAt,
      items: [{ priceId: starterMonthly, quantity: 1, unitAmount: 900 }],
    });
    expect((await change(call, id, shown.previewToken)).body.status).toBe('scheduled');
    const undone = await call('DELETE /v1/subscriptions/:id/scheduled-change', { id });
    expect(undone.body.subscription).toMatchObject({ scheduledChange: null, status: 'active' });
    expect(undone.body.subscription.nextInvoice?.amountDue).toBe(2900);
  });

  it('that waits happens at the end of the period, and charges what was shown', async () => {
    const { call, id } = await open('monthly');
    const shown = await look(call, id, { priceId: stage.catalogue.prices.starterMonthly });
    await change(call, id, shown.previewToken);
    stage.simulator.advanceTo((shown.next?.date ?? 0) + 7200);
    expect((await latestInvoice('monthly')).amount_paid).toBe(shown.next?.amount);
    const after = (await overview(await stage.as('monthly'))).subscriptions[0];
    expect(after?.items[0]?.planName).toBe('Starter');
  });

  it('that has happened leaves nothing in the way of the next one', async () => {
    const { call, id } = await open('monthly');
    const down = await look(call, id, { priceId: stage.catalogue.prices.starterMonthly });
    await change(call, id, down.previewToken);
    stage.simulator.advanceTo((down.next?.date ?? 0) + 7200);
    const later = await stage.as('monthly');
    const [now] = (await overview(later)).subscriptions;
    expect(now?.allowedActions).toEqual(['change-plan', 'cancel', 'apply-promotion-code']);
    const up = await look(later, id, {});
    expect((await change(later, id, up.previewToken)).body.status).toBe('done');
    expect((await latestInvoice('monthly')).amount_paid).toBe(up.dueNow);
  });

  it('is not stopped by a schedule that a crash left empty', async () => {
    const { call, id } = await open('monthly');
    await stage.stripe.subscriptionSchedules.create({ from_subscription: id });
    const [stuck] = (await overview(call)).subscriptions;
    expect(stuck?.allowedActions).toContain('cancel');
    const down = await look(call, id, { priceId: stage.catalogue.prices.starterMonthly });
    expect((await change(call, id, down.previewToken)).body.status).toBe('scheduled');
  });

  it('that waits is only done by its own preview', async () => {
    const { call, id } = await open('seats');
    const priceId = stage.catalogue.prices.teamMonthly;
    const [two, one] = [
      await look(call, id, { priceId, quantity: 2 }),
      await look(call, id, { priceId, quantity: 1 }),
    ];
    expect((await change(call, id, two.previewToken)).body.status).toBe('scheduled');
    expect((await change(call, id, one.previewToken)).problem.code).toBe('action-not-allowed');
  });

  it.each(['starterMonthly', 'proYearly'] as const)(
    'to %s is asked again when a renewal came between preview and confirmation',
    async (price) => {
      const { subscription, id } = await open('monthly');
      const end = subscription.currentPeriodEndAt ?? 0;
      stage.simulator.advanceTo(end - 60);
      const call = await stage.as('monthly');
      const shown = await look(call, id, { priceId: stage.catalogue.prices[price] });
      stage.simulator.advanceTo(end + 120);
      expect((await change(call, id, shown.previewToken)).problem.code).toBe('amount-changed');
    },
  );

  it('to less waits in every currency in which a price is sold', async () => {
    const { call, id } = await open('yen');
    const shown = await look(call, id, { priceId: stage.catalogue.prices.starterMonthly });
    expect(shown).toMatchObject({ effective: 'period-end', next: { amount: 1300 } });
  });
});
