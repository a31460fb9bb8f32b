import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readOptions } from '../../options.ts';
import { deliver, WEBHOOK_SECRET, type TestDelivery } from '../../testing/deliver.ts';
import { setStage, type Stage } from '../../testing/stage.ts';

describe('T65 an event without a signature, or with another’s', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage({ STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET, PORTICO_CACHE_SECONDS: '600' });
    await stage.as('monthly');
    stage.simulator.forgetRequests();
    stage.simulator.ledger.forget();
  });
  afterAll(() => stage.stop());

  it.each<[string, TestDelivery]>([
    ['no header', { header: () => '' }],
    ['a header of nothing', { header: () => ' ' }],
    ['another secret', { secrets: ['whsec_somebodyElsesSecret'] }],
    ['the secret of another endpoint of ours', { secrets: ['whsec_anEndpointOfTheShopItself'] }],
    ['the secret without its prefix', { secrets: [WEBHOOK_SECRET.slice('whsec_'.length)] }],
    ['an empty secret', { secrets: ['\0'] }],
    ['the API key', { secrets: ['sk_test_simulator'] }],
    ['the proof of another body', { tamper: (body) => body.replace('product.', 'price.') }],
    ['no proof', { header: (signed) => signed.replace(/,v1=.*/, '') }],
  ])('with %s is refused, and nothing is done', async (_, delivery) => {
    const event = { type: 'product.updated' };
    const response = await deliver(stage.server, { event, ...delivery });
    expect(response.status).toBe(400);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.text()).not.toMatch(/whsec_|sk_test/);
    await stage.as('monthly');
    expect(stage.simulator.requests()).toEqual([]);
    expect(stage.simulator.ledger.entries()).toEqual([]);
  });

  it('says so in the log, without the secret', () => {
    expect(stage.log.some((line) => line.includes('"call":"POST /v1/webhooks/stripe"'))).toBe(true);
    expect(stage.log.join('\n')).not.toContain(WEBHOOK_SECRET);
  });

  it.each([
    '',
    ' ',
    ',',
    `${WEBHOOK_SECRET},`,
    'whsec_',
    'secret',
    'whsec_short',
    'sk_test_12345678',
  ])('cannot be had by starting with the secret "%s"', (secret) => {
    const environment = {
      STRIPE_SECRET_KEY: 'sk_test_simulator',
      STRIPE_PUBLISHABLE_KEY: 'pk_test_simulator',
      PORTICO_SECRET: stage.secret,
      STRIPE_WEBHOOK_SECRET: secret,
    };
    expect(() => readOptions(environment)).toThrow(/STRIPE_WEBHOOK_SECRET must be/);
  });

  it('is nothing that a server without a secret would take', async () => {
    const other = await setStage();
    expect((await deliver(other.server)).status).toBe(404);
    await other.stop();
  });
});
