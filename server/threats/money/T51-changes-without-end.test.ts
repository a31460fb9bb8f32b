import { afterEach, describe, expect, it } from 'vitest';
import { createLimits } from '../../limits/limits.ts';
import { createMemoryLimiter } from '../../limits/memory-limiter.ts';
import { setStage, type Stage } from '../../testing/stage.ts';

let stage: Stage;
afterEach(() => stage.stop());

describe('T51 changing plans without end', () => {
  it('is stopped in good time before Stripe would lock the subscription, and says for how long', async () => {
    const limits = createLimits((one) => createMemoryLimiter(one, () => 0));
    stage = await setStage({}, { limits });
    const call = await stage.as('seats');
    const customer = stage.customerId('seats');
    const [subscription] = (await stage.stripe.subscriptions.list({ customer })).data;
    const id = subscription?.id ?? '';
    const { teamMonthly } = stage.catalogue.prices;
    const invoices = async (): Promise<number> =>
      (await stage.stripe.invoices.list({ customer, limit: 100 })).data.length;
    const before = await invoices();
    const statuses: number[] = [];
    let last = '';
    // Ever more seats: each change is an upgrade, made and billed at once.
    for (let seats = 4; seats <= 10; seats += 1) {
      const body = { priceId: teamMonthly, quantity: seats };
      const preview = await call('POST /v1/subscriptions/:id/preview', { id, body });
      const { previewToken } = preview.body;
      const answer = await call('POST /v1/subscriptions/:id/change', {
        id,
        body: { previewToken },
      });
      statuses.push(answer.status);
      last = `${answer.problem.code ?? ''} ${answer.headers.get('retry-after') ?? ''}`;
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429]);
    expect(last).toBe('too-many-requests 3600');
    expect((await invoices()) - before).toBe(5);
  });
});
