import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerBank, giveCard } from '../../demo/stripe/testing/stage.ts';
import type { ChangeResult } from '../../contract/api.ts';
import { setStage, type Stage } from '../testing/stage.ts';
import { visiting } from '../testing/visiting.ts';
import { withPortalFile } from '../testing/portal-file.ts';

let stage: Stage;
const { open, overview, look, change, lookAnew, start, apply, latestInvoice } = visiting(
  () => stage,
);
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.stop());

async function answer(result: ChangeResult, said: 'success' | 'fail'): Promise<void> {
  if (result.status !== 'requires-action') throw new Error('The bank was not asked.');
  await answerBank(stage.simulator, result.clientSecret, said);
}

describe('a promotion code for one invoice, where the bank is asked', () => {
  it('is given back by its no, and good with another card', async () => {
    const { call, id } = await open('secure');
    const shown = await look(call, id, { promotionCode: 'FIVEOFF' });
    await answer((await change(call, id, shown.previewToken)).body, 'fail');
    const again = await change(call, id, shown.previewToken);
    expect(again.body.status).toBe('requires-action');
    await answer(again.body, 'fail');
    await giveCard(stage.stripe, stage.customerId('secure'), 'pm_card_visa');
    expect((await change(call, id, shown.previewToken)).body.status).toBe('done');
    expect((await latestInvoice('secure')).amount_paid).toBe(shown.dueNow);
    expect((await apply(call, id, 'FIVEOFF')).problem.code).toBe('promotion-code-invalid');
  });

  it('is given back by whoever drops the change, and by Stripe when it lapses', async () => {
    const { call, id } = await open('secure');
    const shown = await look(call, id, { promotionCode: 'FIVEOFF' });
    await change(call, id, shown.previewToken);
    await call('DELETE /v1/subscriptions/:id/pending-change', { id });
    const again = await look(call, id, { promotionCode: 'FIVEOFF' });
    expect(again.dueNow).toBe(shown.dueNow);
    await change(call, id, again.previewToken);
    stage.simulator.advanceTo(stage.simulator.now() + 86_400);
    const later = await stage.as('secure');
    const third = await look(later, id, { promotionCode: 'FIVEOFF' });
    await answer((await change(later, id, third.previewToken)).body, 'success');
    expect((await latestInvoice('secure')).amount_paid).toBe(third.dueNow);
  });

  it('is used by its yes, and cannot be taken elsewhere before', async () => {
    await stage.stop();
    stage = await setStage(
      await withPortalFile({ products: [{ id: 'prod_LumenStarter' }, { id: 'prod_LumenPro' }] }),
    );
    const customer = stage.customerId('canceled');
    await giveCard(stage.stripe, customer, 'pm_card_visa');
    const items = [{ price: stage.catalogue.prices.archiveMonthly }];
    const archive = await stage.stripe.subscriptions.create({ customer, items });
    await giveCard(stage.stripe, customer, 'pm_card_authenticationRequired');
    const call = await stage.as('canceled');
    const ended = (await overview(call)).subscriptions.find(({ status }) => status === 'canceled');
    const id = ended?.id ?? '';
    const shown = await lookAnew(call, id, { promotionCode: 'FIVEOFF' });
    const started = await start(call, id, shown.previewToken);
    expect((await apply(call, archive.id, 'FIVEOFF')).problem.code).toBe('promotion-code-invalid');
    const anew = await lookAnew(call, id, { promotionCode: 'FIVEOFF' });
    expect(anew.dueNow).toBe(shown.dueNow);
    await answer(started.body, 'success');
    expect((await apply(call, archive.id, 'FIVEOFF')).problem.code).toBe('promotion-code-invalid');
  });
});

describe('a promotion code with a change that waits', () => {
  it('cannot be taken elsewhere until it is undone', async () => {
    const { call } = await open('two');
    const { subscriptions } = await overview(call);
    const { teamMonthly, starterMonthly } = stage.catalogue.prices;
    const team = subscriptions.find(({ items }) => items[0]?.priceId === teamMonthly)?.id ?? '';
    const archive = subscriptions.find(({ id }) => id !== team)?.id ?? '';
    const shown = await look(call, team, { priceId: starterMonthly, promotionCode: 'FIVEOFF' });
    expect((await change(call, team, shown.previewToken)).body.status).toBe('scheduled');
    expect((await apply(call, archive, 'FIVEOFF')).problem.code).toBe('promotion-code-invalid');
    await call('DELETE /v1/subscriptions/:id/scheduled-change', { id: team });
    expect((await apply(call, archive, 'FIVEOFF')).status).toBe(200);
  });
});
