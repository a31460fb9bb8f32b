import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CancelRequest } from '../../contract/api.ts';
import { setStage, type Caller, type Stage } from '../testing/stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.stop());

async function restage(settings: object): Promise<void> {
  await stage.stop();
  const file = join(await mkdtemp(join(tmpdir(), 'portico-')), 'portal.json');
  await writeFile(file, JSON.stringify(settings));
  stage = await setStage({ PORTICO_CONFIG: file });
}

async function open(key: string): Promise<{ call: Caller; id: string }> {
  const call = await stage.as(key);
  const [subscription] = (await call('GET /v1/overview')).body.subscriptions;
  return { call, id: subscription?.id ?? '' };
}

const cancel = (call: Caller, id: string, body: CancelRequest = {}) =>
  call('POST /v1/subscriptions/:id/cancel', { id, body });

/** What was said, in both places where it is kept. */
async function said(id: string) {
  const { cancellation_details, metadata } = await stage.stripe.subscriptions.retrieve(id);
  return {
    feedback: cancellation_details?.feedback,
    comment: cancellation_details?.comment,
    reason: metadata['portico_cancel_reason'],
    words: metadata['portico_cancel_comment'],
  };
}

const NOTHING = { feedback: null, comment: null, reason: undefined, words: undefined };

describe('the reason of a cancellation', () => {
  it('is that of this cancellation, and never of an earlier one', async () => {
    const { call, id } = await open('monthly');
    await cancel(call, id, { reason: 'too_expensive', comment: 'Too much' });
    expect(await said(id)).toEqual({
      feedback: 'too_expensive',
      comment: 'Too much',
      reason: 'too_expensive',
      words: 'Too much',
    });
    await call('POST /v1/subscriptions/:id/keep', { id });
    await cancel(call, id, { reason: 'unused' });
    expect(await said(id)).toEqual({ ...NOTHING, feedback: 'unused', reason: 'unused' });
    await call('POST /v1/subscriptions/:id/keep', { id });
    await cancel(call, id);
    expect(await said(id)).toEqual(NOTHING);
  });

  it('is not kept where it is not asked for', async () => {
    await restage({ features: { askReason: false } });
    const { call, id } = await open('monthly');
    await stage.stripe.subscriptions.update(id, {
      cancellation_details: { feedback: 'unused' },
      metadata: { portico_cancel_reason: 'unused' },
    });
    await cancel(call, id, { reason: 'too_expensive' });
    expect(await said(id)).toEqual(NOTHING);
  });

  it('is kept with an end at once, and stays out of the URL', async () => {
    await restage({ cancelEffective: 'now' });
    const { call, id } = await open('monthly');
    stage.simulator.forgetRequests();
    const answer = await cancel(call, id, { comment: 'Gone for good' });
    expect(answer.body.subscription.status).toBe('canceled');
    expect(await said(id)).toEqual({
      ...NOTHING,
      comment: 'Gone for good',
      words: 'Gone for good',
    });
    const ends = stage.simulator.requests().filter(({ method }) => method === 'DELETE');
    expect(ends.map(({ params }) => params)).toEqual([{}]);
  });
});

describe('cancelling while a change waits for its payment', () => {
  it.each(['period-end', 'now'] as const)(
    'drops the change and its invoice: %s',
    async (cancelEffective) => {
      await restage({ cancelEffective });
      const { call, id } = await open('secure');
      const shown = await call('POST /v1/subscriptions/:id/preview', {
        id,
        body: { priceId: stage.catalogue.prices.proYearly },
      });
      const { previewToken } = shown.body;
      const change = await call('POST /v1/subscriptions/:id/change', {
        id,
        body: { previewToken },
      });
      expect(change.body.status).toBe('requires-action');
      stage.simulator.forgetRequests();
      await cancel(call, id);
      const { pending_update, latest_invoice } = await stage.stripe.subscriptions.retrieve(id, {
        expand: ['latest_invoice'],
      });
      expect([pending_update, latest_invoice]).toMatchObject([null, { status: 'void' }]);
      expect(stage.writes()[0]).toMatch(/^POST .*\/void$/);
    },
  );
});
