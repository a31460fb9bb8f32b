import { request } from 'node:http';
import { describe, expect, it, vi } from 'vitest';
import { listen, stripeAt } from '../testing/port.ts';
import { setStage } from '../testing/stage.ts';
import type { FaultInput } from './fault-rule.ts';

async function onPort(fault: FaultInput) {
  const stage = await setStage();
  const port = await listen(stage.simulator);
  stage.simulator.faults.queue.add(fault);
  const names = async () => (await stage.stripe.customers.list()).data.map(({ name }) => name);
  return { ...stage, port, names };
}

/** What a client sees that knows nothing of Stripe. */
function get(port: number, path: string): Promise<{ status: number; error: string | null }> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: 'Bearer sk_test_simulator' };
    const call = request({ host: '127.0.0.1', port, path, headers, agent: false }, (answer) => {
      const status = answer.statusCode ?? 0;
      answer.on('error', (error: NodeJS.ErrnoException) =>
        resolve({ status, error: error.code ?? error.message }),
      );
      answer.on('end', () => resolve({ status, error: null }));
      answer.resume();
    });
    call.on('error', reject);
    call.end();
  });
}

describe('a fault on a real port', () => {
  it('resets the connection before it says anything', async () => {
    const { port } = await onPort({ fault: { kind: 'reset-before-headers' } });
    await expect(get(port, '/v1/customers')).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(await get(port, '/v1/customers')).toEqual({ status: 200, error: null });
  });

  it('ends the connection within the body', async () => {
    const { port } = await onPort({ fault: { kind: 'reset-mid-body' }, when: 'after' });
    expect(await get(port, '/v1/customers')).toEqual({ status: 200, error: 'ECONNRESET' });
  });

  it('is tried once more by the SDK with Node, with the same key: one effect', async () => {
    const { port, names } = await onPort({
      when: 'after',
      fault: { kind: 'reset-before-headers' },
    });
    expect((await stripeAt(port).customers.create({ name: 'Once' })).name).toBe('Once');
    expect(await names()).toEqual(['Once', null]);
  });

  it.each(['node', 'fetch'] as const)(
    'leaves the %s client in doubt where the body breaks off',
    async (client) => {
      const { port, names } = await onPort({ when: 'after', fault: { kind: 'reset-mid-body' } });
      await expect(stripeAt(port, client).customers.create({ name: 'Once' })).rejects.toMatchObject(
        { type: 'StripeConnectionError' },
      );
      expect(await names()).toEqual(['Once', null]);
    },
  );

  it.each([
    ['truncated-json', 'StripeAPIError'],
    ['html-instead-of-json', 'StripeAPIError'],
  ] as const)('%s is an %s', async (kind, type) => {
    const { port } = await onPort({ when: 'after', fault: { kind } });
    await expect(stripeAt(port).customers.list()).rejects.toMatchObject({ type });
  });

  it('speaks slowly, and says all', async () => {
    const fault = { kind: 'slow-body' as const, everyMs: 1, chunkBytes: 200 };
    const { port, customer } = await onPort({ when: 'after', fault });
    expect((await stripeAt(port).customers.list()).data).toMatchObject([{ id: customer }]);
  });

  it('hangs until the client has had enough, and lets go then', async () => {
    const { simulator, port, names } = await onPort({ fault: { kind: 'hang' } });
    const hung = stripeAt(port).customers.create({ name: 'Once' }, { timeout: 50 });
    await expect(hung).rejects.toMatchObject({ type: 'StripeConnectionError' });
    await vi.waitFor(() => expect(simulator.faults.waits.count).toBe(0));
    expect(await names()).toEqual([null]);
  });

  it('hangs until it is released', async () => {
    const { simulator, port } = await onPort({ fault: { kind: 'hang' } });
    const hung = stripeAt(port).customers.create({ name: 'Once' });
    await vi.waitFor(() => expect(simulator.faults.waits.count).toBe(1));
    simulator.faults.waits.release();
    expect((await hung).name).toBe('Once');
  });
});
