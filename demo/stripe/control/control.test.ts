import { describe, expect, it, vi } from 'vitest';
import { DAY, setStage, START } from '../testing/stage.ts';
import { createStripeSimulator } from '../simulator.ts';
import type { StripeSimulator } from '../simulator.ts';

async function control(
  simulator: StripeSimulator,
  call: string,
  body?: unknown,
  type = 'application/json',
): Promise<{ status: number; body: unknown }> {
  const [method = '', path = ''] = call.split(' ');
  const answer = await simulator.fetch(
    new Request(`http://stripe.test/_control${path}`, {
      method,
      ...(method === 'POST'
        ? { headers: { 'content-type': type }, body: JSON.stringify(body ?? {}) }
        : {}),
    }),
  );
  return { status: answer.status, body: await answer.json() };
}

async function open() {
  const stage = await setStage('pm_card_visa', { control: true });
  const ask = (call: string, body?: unknown) => control(stage.simulator, call, body);
  return { ...stage, ask };
}

describe('the control', () => {
  it.each(['GET /state', 'GET ', 'POST /reset', 'DELETE /faults'])(
    'is closed unless it was opened: %s',
    async (call) => {
      const { simulator, stripe, customer } = await setStage();
      const answer = await control(simulator, call);
      expect(answer.status).toBe(403);
      expect(JSON.stringify(answer.body)).toContain('SIMULATOR_CONTROL=1');
      expect((await stripe.customers.retrieve(customer)).id).toBe(customer);
    },
  );

  it('lists what it can do', async () => {
    const { ask } = await open();
    const { body } = await ask('GET ');
    expect(body).toMatchObject({
      calls: expect.arrayContaining([
        { method: 'POST', path: '/_control/faults', what: expect.any(String) },
      ]),
    });
  });

  it('takes JSON only, so that no page of another site can use it', async () => {
    const { simulator } = await open();
    const plain = await control(simulator, 'POST /reset', {}, 'text/plain');
    expect(plain.status).toBe(415);
    expect(simulator.state().counts.customers).toBe(1);
  });

  it.each([
    ['POST /faults', { fault: { kind: 'surprise' } }, 400],
    ['POST /faults', { fault: { kind: 'hang' }, match: { planet: 'x' } }, 400],
    ['POST /clock', { to: START - 1 }, 400],
    ['POST /clock', { renewalOf: 'cus_none' }, 404],
    ['POST /limits', { on: 'yes' }, 400],
    ['DELETE /faults/fault_9', undefined, 404],
    ['GET /nonsense', undefined, 404],
  ])('refuses %s %j', async (call, body, status) => {
    const { ask } = await open();
    expect(await ask(call, body)).toMatchObject({
      status,
      body: { error: { message: expect.any(String) } },
    });
  });

  it('adds faults, shows them, and takes them away', async () => {
    const { ask, stripe } = await open();
    const added = await ask('POST /faults', { times: 2, fault: { kind: 'status', status: 503 } });
    expect(added).toMatchObject({ status: 200, body: { id: 'fault_1', times: 2, fired: 0 } });
    await expect(stripe.products.list()).rejects.toMatchObject({ statusCode: 503 });
    expect((await ask('GET /faults')).body).toMatchObject({
      seed: 1,
      waiting: 0,
      faults: [{ id: 'fault_1', seen: 1, fired: 1, when: 'before' }],
    });
    expect((await ask('DELETE /faults/fault_1')).status).toBe(200);
    await stripe.products.list();
  });

  it('lets go on what hangs', async () => {
    const { ask, stripe, simulator } = await open();
    await ask('POST /faults', { fault: { kind: 'hang' } });
    const hung = stripe.products.list();
    await vi.waitFor(() => expect(simulator.faults.waits.count).toBe(1));
    expect((await ask('POST /release')).body).toEqual({ released: 1 });
    expect((await hung).data).toHaveLength(2);
  });

  it('tells what happened, and forgets it', async () => {
    const { ask, stripe, customer } = await open();
    await stripe.customers.list();
    const told = async () => {
      const answers = [
        await ask('GET /ledger'),
        await ask('GET /alarms'),
        await ask('GET /requests'),
      ];
      return answers.map(({ body }) => Object.values(body as Record<string, unknown[]>)[0]);
    };
    const [entries, alarms, requests] = await told();
    expect(entries).toMatchObject([{ kind: 'method.attached', customer }]);
    expect(alarms).toMatchObject([{ path: '/v1/customers', missing: ['email'] }]);
    expect(requests?.at(-1)).toMatchObject({ method: 'GET', path: '/v1/customers' });
    for (const what of ['ledger', 'alarms', 'requests']) await ask(`DELETE /${what}`);
    expect(await told()).toEqual([[], [], []]);
  });

  it('moves time, also to when a renewal is paid', async () => {
    const { ask, stripe, prices, customer } = await open();
    const items = [{ price: prices.small }];
    const { id } = await stripe.subscriptions.create({ customer, items });
    expect((await ask('POST /clock', { bySeconds: 60 })).body).toEqual({ now: START + 60 });
    expect((await ask('POST /clock', { byDays: 0.5 })).body).toEqual({ now: START + 60 + DAY / 2 });
    expect((await ask('POST /clock', { to: START + DAY })).body).toEqual({ now: START + DAY });
    expect((await ask('POST /clock', { renewalOf: customer })).status).toBe(200);
    const invoices = await stripe.invoices.list({ subscription: id });
    expect(invoices.data.map(({ status }) => status)).toEqual(['paid', 'paid']);
    expect((await ask('GET /clock')).body).toMatchObject({ now: START + 30 * DAY + 3660 });
  });

  it('turns limits on, shows the state, and resets', async () => {
    const { ask, simulator } = await open();
    expect((await ask('POST /limits', { on: true })).body).toEqual({ on: true });
    expect((await ask('GET /state')).body).toMatchObject({
      now: START,
      limits: true,
      counts: { customers: 1, products: 2, subscriptions: 0 },
    });
    expect((await ask('POST /reset')).status).toBe(200);
    expect(simulator.state().counts.customers).toBe(0);
  });

  it('sets what a Dashboard would set', async () => {
    const { ask, simulator } = await open();
    const before = (await ask('GET /account')).body;
    const set = await ask('POST /account', { dunning: { afterwards: 'cancel' } });
    expect(set.body).toMatchObject({ dunning: { afterwards: 'cancel', retryDays: [3, 5, 7] } });
    expect(await ask('POST /account', { dunning: { afterwards: 'hope' } })).toMatchObject({
      status: 400,
    });
    simulator.reset();
    expect((await ask('GET /account')).body).toEqual(before);
  });

  it('is not Stripe: its calls are not recorded, and no fault meets them', async () => {
    const simulator = createStripeSimulator({ control: true });
    simulator.faults.queue.add({ fault: { kind: 'status', status: 500 } });
    expect((await control(simulator, 'GET /state')).status).toBe(200);
    expect(simulator.requests()).toEqual([]);
  });
});
