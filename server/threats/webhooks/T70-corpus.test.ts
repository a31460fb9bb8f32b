import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventBody, WEBHOOK_SECRET } from '../../testing/deliver.ts';
import { setStage, type Stage } from '../../testing/stage.ts';
import { hostileDeliveries, SEED } from './hostile-deliveries.ts';

describe('T70 hundreds of deliveries that are not as Stripe writes them', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage({ STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET, PORTICO_CACHE_SECONDS: '600' });
    await stage.as('monthly');
    stage.simulator.forgetRequests();
  });
  afterAll(() => stage.stop());

  it(`are refused, every one, and change nothing (seed ${SEED})`, async () => {
    const deliveries = await hostileDeliveries(eventBody({ type: 'product.updated' }));
    expect(deliveries.length).toBeGreaterThanOrEqual(400);
    for (const { name, signature, body, headers } of deliveries) {
      const response = await stage.server.fetch(
        new Request('https://portal.example/v1/webhooks/stripe', {
          method: 'POST',
          headers: { 'stripe-signature': signature, ...headers },
          body,
        }),
      );
      const answer = await response.text();
      expect([400, 413], `${name}: ${signature.slice(0, 200)}`).toContain(response.status);
      expect(answer).not.toContain(WEBHOOK_SECRET);
    }
    await stage.as('monthly');
    expect(stage.simulator.requests()).toEqual([]);
    expect(stage.log.join('\n')).not.toContain(WEBHOOK_SECRET);
  });
});
