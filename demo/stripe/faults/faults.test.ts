import { describe, expect, it, vi } from 'vitest';
import { call, requestOf } from '../testing/call.ts';
import { setStage, START } from '../testing/stage.ts';
import type { FaultInput } from './fault-rule.ts';

const create = { method: 'POST', path: '/v1/customers', form: 'name=Once' };

async function spoiled(fault: FaultInput) {
  const stage = await setStage();
  stage.simulator.faults.queue.add(fault);
  const names = async () => (await stage.stripe.customers.list()).data.map(({ name }) => name);
  return { ...stage, names };
}

describe('a fault by status', () => {
  it('before the effect leaves nothing, and the key as it was', async () => {
    const { simulator, names } = await spoiled({ fault: { kind: 'status', status: 503 } });
    const keyed = { ...create, headers: { 'idempotency-key': 'a' } };
    const answer = await call(simulator, keyed);
    expect(answer).toMatchObject({ status: 503, error: { type: 'api_error' } });
    expect(answer.headers.get('stripe-should-retry')).toBeNull();
    expect(await names()).toEqual([null]);
    expect(await call(simulator, keyed)).toMatchObject({ status: 200 });
  });

  it('after the effect is the answer from then on, for that key', async () => {
    const { simulator, names } = await spoiled({
      when: 'after',
      fault: { kind: 'status', status: 500, shouldRetry: false },
    });
    const keyed = { ...create, headers: { 'idempotency-key': 'a' } };
    expect(await call(simulator, keyed)).toMatchObject({ status: 500 });
    expect(await names()).toEqual(['Once', null]);
    const again = await call(simulator, keyed);
    expect(again).toMatchObject({ status: 500, error: { type: 'api_error' } });
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(await names()).toEqual(['Once', null]);
  });

  it('has the body and the headers that it is given', async () => {
    const { stripe } = await spoiled({
      fault: {
        kind: 'status',
        status: 429,
        code: 'lock_timeout',
        message: 'Later.',
        shouldRetry: true,
        headers: { 'x-own': '1' },
      },
    });
    const error: unknown = await stripe.customers.list().catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      type: 'StripeRateLimitError',
      code: 'lock_timeout',
      message: 'Later.',
      headers: { 'stripe-should-retry': 'true', 'x-own': '1' },
    });
    expect(error).not.toHaveProperty('headers.stripe-rate-limited-reason');
  });
});

describe('a fault of the connection, in process', () => {
  it.each(['before', 'after'] as const)('resets %s the effect', async (when) => {
    const { stripe, names } = await spoiled({ when, fault: { kind: 'reset-before-headers' } });
    await expect(stripe.customers.create({ name: 'Once' })).rejects.toMatchObject({
      type: 'StripeConnectionError',
    });
    expect(await names()).toEqual(when === 'after' ? ['Once', null] : [null]);
  });

  it('rejects the fetch as Node does', async () => {
    const { simulator } = await spoiled({ fault: { kind: 'reset-before-headers' } });
    await expect(simulator.fetch(requestOf(create))).rejects.toMatchObject({
      name: 'TypeError',
      cause: { code: 'ECONNRESET' },
    });
  });

  it('breaks off within the body', async () => {
    const { simulator } = await spoiled({ when: 'after', fault: { kind: 'reset-mid-body' } });
    const answer = await simulator.fetch(requestOf(create));
    expect(answer.status).toBe(200);
    await expect(answer.text()).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
  });

  it.each([{ kind: 'truncated-json' as const }, { kind: 'html-instead-of-json' as const }])(
    'answers what nobody can read: $kind',
    async (fault) => {
      const { stripe, names } = await spoiled({ when: 'after', fault });
      await expect(stripe.customers.create({ name: 'Once' })).rejects.toMatchObject({
        message: 'Invalid JSON received from the Stripe API',
      });
      expect(await names()).toEqual(['Once', null]);
    },
  );

  it('speaks slowly, and says all', async () => {
    const { simulator, stripe } = await spoiled({
      fault: { kind: 'slow-body', everyMs: 60_000, chunkBytes: 300 },
      when: 'after',
    });
    const slow = stripe.customers.create({ name: 'Once' });
    const release = setInterval(() => simulator.faults.waits.release(), 0);
    expect((await slow).name).toBe('Once');
    clearInterval(release);
  });
});

describe('latency', () => {
  it('holds the work back until its time, or until it is released', async () => {
    const { simulator, stripe, names } = await spoiled({
      fault: { kind: 'latency', ms: 3_600_000 },
    });
    const slow = stripe.customers.create({ name: 'Once' });
    await vi.waitFor(() => expect(simulator.faults.waits.count).toBe(1));
    expect(await names()).toEqual([null]);
    simulator.faults.waits.release();
    expect((await slow).name).toBe('Once');
    expect(simulator.faults.waits.count).toBe(0);
  });

  it('after the effect only keeps the answer', async () => {
    const { simulator, stripe, names } = await spoiled({ when: 'after', fault: { kind: 'hang' } });
    const slow = stripe.customers.create({ name: 'Once' });
    await vi.waitFor(() => expect(simulator.faults.waits.count).toBe(1));
    expect(await names()).toEqual(['Once', null]);
    simulator.faults.waits.release();
    expect((await slow).name).toBe('Once');
  });

  it('ends when the client goes away', async () => {
    const { simulator, names } = await spoiled({ fault: { kind: 'hang' } });
    const client = new AbortController();
    const hung = simulator.fetch(requestOf(create, client.signal));
    await vi.waitFor(() => expect(simulator.faults.waits.count).toBe(1));
    client.abort(new Error('gone'));
    await expect(hung).rejects.toThrow('gone');
    expect(simulator.faults.waits.count).toBe(0);
    expect(await names()).toEqual([null]);
  });

  it('ends with a reset of the simulator', async () => {
    const { simulator, stripe } = await spoiled({ fault: { kind: 'hang' } });
    const hung = stripe.customers.create({});
    await vi.waitFor(() => expect(simulator.faults.waits.count).toBe(1));
    simulator.reset();
    expect((await hung).created).toBe(START);
  });
});
