import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { signHash } from './auth/signature.ts';
import { MAX_IN_WORK, OF_ONE_CUSTOMER } from './gate.ts';
import { retell } from './testing/retell.ts';
import { caller, setStage, type Caller, type Stage } from './testing/stage.ts';

let stage: Stage;
let known: Caller;
let stranger: { customerId: string; hash: string };
let again: { customerId: string; hash: string };
/** As many as it takes to fill all places, each with no more than one customer may have. */
let crowd: Caller[];
/** Ends the wait of everybody who waits for Stripe. */
let letGo: () => void = () => {};

beforeAll(async () => {
  stage = await setStage({ PORTICO_CACHE_SECONDS: '9999' });
  known = await stage.as('monthly');
  again = await signInOf(stage.customerId('monthly'));
  stranger = await signInOf(stage.customerId('yearly'));
  crowd = [];
  while (crowd.length < MAX_IN_WORK / OF_ONE_CUSTOMER.places) {
    const { id } = await stage.stripe.customers.create({});
    const { body } = await stage.call()('POST /v1/sessions', { body: await signInOf(id) });
    crowd.push(stage.call(body.token));
  }
});
afterEach(() => letGo());
afterAll(() => stage.stop());

async function signInOf(customerId: string): Promise<{ customerId: string; hash: string }> {
  const id = { type: 'customer', id: customerId } as const;
  return { customerId, hash: await signHash(stage.secret, id, null) };
}

/** As many as there are places ask for something that Stripe does not answer. */
async function fill(): Promise<Promise<{ status: number }>[]> {
  const tell = stage.simulator.fetch.bind(stage.simulator);
  const held: (() => void)[] = [];
  let isHolding = true;
  letGo = () => {
    isHolding = false;
    stage.simulator.fetch = tell;
    for (const go of held.splice(0)) go();
  };
  retell(stage, async (request) => {
    if (isHolding) await new Promise<void>((resolve) => held.push(resolve));
    return tell(request);
  });
  const waiting = crowd.flatMap((one) =>
    Array.from({ length: OF_ONE_CUSTOMER.places }, () => one('GET /v1/invoices')),
  );
  await expect.poll(() => held.length, { timeout: 10_000 }).toBe(MAX_IN_WORK);
  return waiting;
}

/** Stripe does not answer meanwhile, so nobody who is answered has waited for it. */
describe('a server all of whose places wait for Stripe', { retry: 2 }, () => {
  it('serves whoever has been here lately, and tells everybody else at once', async () => {
    const waiting = await fill();
    stage.simulator.forgetRequests();
    expect((await known('GET /v1/overview')).status).toBe(200);
    expect((await known('POST /v1/sessions/renew')).status).toBe(200);
    expect((await caller(stage.server)('POST /v1/sessions', { body: again })).status).toBe(201);

    const { subscriptions } = (await known('GET /v1/overview')).body;
    const id = subscriptions[0]?.id ?? '';
    const refused = await Promise.all([
      caller(stage.server)('POST /v1/sessions', { body: stranger }),
      known('GET /v1/overview', { query: { subscriptionId: id } }),
      known('GET /v1/plans'),
      known('GET /v1/invoices'),
      known('POST /v1/subscriptions/:id/cancel', { id, body: {} }),
    ]);
    for (const { status, problem, headers } of refused) {
      expect([status, problem.code]).toEqual([503, 'busy']);
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    }
    letGo();
    const served = await Promise.all(waiting);
    expect(served.filter(({ status }) => status !== 200)).toEqual([]);
    expect(stage.writes()).toEqual([]);
  });

  it('has places again as soon as Stripe answers, also for who was told that it is busy', async () => {
    const waiting = await fill();
    const sign = () => caller(stage.server)('POST /v1/sessions', { body: stranger });
    expect((await sign()).status).toBe(503);
    letGo();
    await Promise.all(waiting);
    expect((await sign()).status).toBe(201);
  });
});
