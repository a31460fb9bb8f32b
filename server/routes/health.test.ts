import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createReadiness } from '../readiness.ts';
import { noLog } from '../log.ts';
import { StoreUnavailable } from '../store/store.ts';
import { setStage, type Stage } from '../testing/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.stop());

const ask = async (path: string) => {
  const response = await stage.server.fetch(new Request(`http://a.example${path}`));
  return { status: response.status, body: await response.json() };
};

const fine = { check: async (): Promise<void> => {} };
const storeDown = { check: () => Promise.reject(new StoreUnavailable('down')) };
const stripeDown = { check: () => Promise.reject(new Error('sk_test_canary')) };

describe('/healthz and /readyz', () => {
  it('say that all is well, and then that the server is about to end', async () => {
    expect(await ask('/healthz')).toEqual({ status: 200, body: { status: 'ok' } });
    expect(await ask('/readyz')).toEqual({
      status: 200,
      body: { status: 'ready', stripe: 'ok', store: 'ok' },
    });
    stage.server.drain();
    expect(await ask('/readyz')).toMatchObject({ status: 503, body: { status: 'stopping' } });
    expect((await ask('/healthz')).status).toBe(200);
  });
});

describe('readiness', () => {
  it.each([
    [fine, fine, { status: 'ready', stripe: 'ok', store: 'ok' }],
    [fine, storeDown, { status: 'degraded', stripe: 'ok', store: 'unavailable' }],
    [stripeDown, fine, { status: 'not-ready', stripe: 'unreachable', store: 'ok' }],
  ])('needs Stripe, and can do without the store', async (account, store, report) => {
    expect(await createReadiness({ account, store, log: noLog }).check()).toEqual(report);
  });

  it('asks at most every five seconds, however many look', async () => {
    let nowMs = 0;
    let asked = 0;
    const account = { check: async () => void (asked += 1) };
    const readiness = createReadiness({ account, store: fine, log: noLog, nowMs: () => nowMs });
    await Promise.all([readiness.check(), readiness.check()]);
    nowMs = 4_999;
    await readiness.check();
    expect(asked).toBe(1);
    nowMs = 5_000;
    await readiness.check();
    expect(asked).toBe(2);
  });
});
