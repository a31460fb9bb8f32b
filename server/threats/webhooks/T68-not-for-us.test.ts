import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deliver, WEBHOOK_SECRET } from '../../testing/deliver.ts';
import { setStage, type Stage } from '../../testing/stage.ts';

describe('T68 an event of the other mode, version or kind', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage({ STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET, PORTICO_CACHE_SECONDS: '600' });
    await stage.as('monthly');
    stage.simulator.forgetRequests();
  });
  afterAll(() => stage.stop());

  it.each<[string, object]>([
    ['of live mode', { livemode: true }],
    ['of no mode', { livemode: undefined }],
    ['of a mode that is a text', { livemode: 'false' }],
    ['of a connected account', { account: 'acct_1OtherAccount' }],
    ['of another account of an organization', { context: 'acct_1OtherAccount' }],
    [
      'a thin one of the second API',
      { object: 'v2.core.event', type: 'v1.billing.meter.no_meter_found' },
    ],
    ['of no version', { api_version: null }],
    ['of a version that is none', { api_version: 'tomorrow' }],
    ['of a type that is none', { type: '../../product.updated' }],
    ['without an id', { id: undefined }],
    ['something else altogether', { object: 'customer' }],
  ])('is taken, noted and ignored if it is %s', async (_, event) => {
    stage.log.length = 0;
    const response = await deliver(stage.server, { event: { type: 'product.updated', ...event } });
    expect(response.status).toBe(200);
    expect(stage.log).toHaveLength(1);
    expect(stage.log[0]).toContain('webhook ignored');
    await stage.as('monthly');
    expect(stage.simulator.requests()).toEqual([]);
  });

  it('is used for what it is about where only its version is another one of Stripe’s', async () => {
    const event = { id: 'evt_old', type: 'product.updated', api_version: '2019-05-16' };
    expect((await deliver(stage.server, { event })).status).toBe(200);
    await stage.as('monthly');
    expect(stage.simulator.requests().map(({ path }) => path)).toContain('/v1/prices');
  });
});
