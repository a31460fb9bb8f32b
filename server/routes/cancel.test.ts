import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setStage, type Stage } from '../testing/stage.ts';
import { visiting } from '../testing/visiting.ts';

let stage: Stage;
const { open, overview } = visiting(() => stage);
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.stop());

/** As a site owner makes one: another plan from the next period on. */
async function ownersSchedule(id: string) {
  const { id: schedule, phases } = await stage.stripe.subscriptionSchedules.create({
    from_subscription: id,
  });
  const [current] = phases;
  const { start_date = 0, end_date = 0 } = current ?? {};
  const { proMonthly, teamMonthly } = stage.catalogue.prices;
  await stage.stripe.subscriptionSchedules.update(schedule, {
    phases: [
      { start_date, end_date, items: [{ price: proMonthly, quantity: 1 }] },
      { items: [{ price: teamMonthly, quantity: 2 }], duration: { interval: 'year' } },
    ],
  });
}

describe('cancelling', () => {
  it('ends the subscription with the paid period, and says why in both places', async () => {
    const { call, id, subscription } = await open('monthly');
    const body = { reason: 'too_expensive', comment: 'Über budget this year' } as const;
    const answer = await call('POST /v1/subscriptions/:id/cancel', { id, body });
    expect(answer.body.subscription).toMatchObject({
      status: 'active',
      cancelAt: subscription.currentPeriodEndAt,
      nextInvoice: null,
      allowedActions: ['keep'],
    });
    const stored = await stage.stripe.subscriptions.retrieve(id);
    expect(stored.cancellation_details).toMatchObject({
      feedback: 'too_expensive',
      comment: 'Über budget this year',
    });
    expect(stored.metadata).toMatchObject({
      portico_cancel_reason: 'too_expensive',
      portico_cancel_comment: 'Über budget this year',
    });
  });

  it('twice is once', async () => {
    const { call, id } = await open('monthly');
    await call('POST /v1/subscriptions/:id/cancel', { id, body: {} });
    stage.simulator.forgetRequests();
    expect((await call('POST /v1/subscriptions/:id/cancel', { id, body: {} })).status).toBe(200);
    expect(stage.writes()).toEqual([]);
  });

  it('is undone in both of the shapes in which Stripe keeps it', async () => {
    const { call, id, subscription } = await open('monthly');
    const end = subscription.currentPeriodEndAt ?? 0;
    for (const params of [{ cancel_at_period_end: true }, { cancel_at: end }]) {
      await stage.stripe.subscriptions.update(id, params);
      expect((await overview(call)).subscriptions[0]?.cancelAt).toBe(end);
      const kept = await call('POST /v1/subscriptions/:id/keep', { id });
      expect(kept.body.subscription).toMatchObject({ cancelAt: null, status: 'active' });
      expect(kept.body.subscription.allowedActions).toContain('cancel');
    }
  });

  it('is possible before the end of a fixed term, which is no cancellation', async () => {
    const { call, id, subscription } = await open('monthly');
    const inTenMonths = (subscription.currentPeriodEndAt ?? 0) + 300 * 86_400;
    await stage.stripe.subscriptions.update(id, { cancel_at: inTenMonths });
    expect((await overview(call)).subscriptions[0]).toMatchObject({ cancelAt: null });
    const answer = await call('POST /v1/subscriptions/:id/cancel', { id, body: {} });
    expect(answer.body.subscription.cancelAt).toBe(subscription.currentPeriodEndAt);
  });

  it('drops a scheduled change of ours first', async () => {
    const { call, id } = await open('scheduled');
    const answer = await call('POST /v1/subscriptions/:id/cancel', { id, body: {} });
    expect(answer.body.subscription).toMatchObject({ scheduledChange: null });
    expect(answer.body.subscription.cancelAt).not.toBeNull();
  });

  it("leaves the site owner's own schedule alone", async () => {
    const { call, id } = await open('monthly');
    await ownersSchedule(id);
    stage.simulator.forgetRequests();
    expect((await overview(call)).subscriptions[0]?.allowedActions).toEqual([]);
    const answer = await call('POST /v1/subscriptions/:id/cancel', { id, body: {} });
    expect(answer.problem.code).toBe('action-not-allowed');
    expect(stage.writes()).toEqual([]);
  });

  it('is over when it is over', async () => {
    const { call, id } = await open('canceled');
    expect((await call('POST /v1/subscriptions/:id/keep', { id })).problem.code).toBe(
      'subscription-ended',
    );
  });
});
