import { describe, expect, it } from 'vitest';
import { deliver, WEBHOOK_SECRET } from '../../testing/deliver.ts';
import { NOW, setStage } from '../../testing/stage.ts';

const environment = { STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET, PORTICO_CACHE_SECONDS: '600' };

describe('T66 an event again, late or at once', () => {
  it('is refused once it is five minutes old', async () => {
    const stage = await setStage(environment);
    for (const age of [301, 302, 3_600, 86_400, 3 * 86_400, NOW - 1]) {
      expect((await deliver(stage.server, { at: NOW - age })).status, `${age}`).toBe(400);
    }
    expect((await deliver(stage.server, { at: NOW - 300 })).status).toBe(200);
    await stage.stop();
  });

  it('is taken within five minutes, and does nothing the second time', async () => {
    const stage = await setStage(environment);
    const object = { object: 'invoice', customer: stage.customerId('monthly') };
    const again = () => deliver(stage.server, { event: { data: { object } } });
    const askedFor = async (): Promise<number> => {
      stage.simulator.forgetRequests();
      await stage.as('monthly');
      return stage.simulator.requests().length;
    };
    await stage.as('monthly');
    expect(await askedFor()).toBe(0);
    expect((await again()).status).toBe(200);
    expect(await askedFor()).toBeGreaterThan(0);
    for (let time = 0; time < 20; time += 1) expect((await again()).status).toBe(200);
    expect(await askedFor()).toBe(0);
    expect(stage.log.filter((line) => line.includes('webhook repeated'))).toHaveLength(20);
    await stage.stop();
  });

  it('is not let through by a header that names a second time', async () => {
    const stage = await setStage(environment);
    for (const header of [
      (signed: string) => `t=${NOW},${signed}`,
      (signed: string) => `${signed},t=${NOW}`,
      (signed: string) => signed.replace(/t=\d+/, `t=${NOW}`),
    ]) {
      expect((await deliver(stage.server, { at: NOW - 400, header })).status).toBe(400);
    }
    await stage.stop();
  });
});
