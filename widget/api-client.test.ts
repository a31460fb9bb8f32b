import { describe, expect, it } from 'vitest';
import { ApiClient } from './api-client.ts';
import { ConnectionError, ProblemError } from './failure.ts';
import { FakePortal } from './testing/fake-portal.ts';

function setUp() {
  const server = new FakePortal();
  const clock = { now: Date.now() };
  const client = new ApiClient({
    api: 'https://api.example/billing/',
    identity: () => ({ customerId: 'cus_1', hash: 'abc' }),
    fetch: server.fetch,
    now: () => clock.now,
  });
  return { server, client, clock };
}

const CANCEL = { params: { id: 'sub_1' }, body: {}, intent: 'intent-1' };

describe('ApiClient', () => {
  it('signs in without anything that would make the browser ask first', async () => {
    const { server, client } = setUp();
    await client.openSession();
    const [call] = server.calls;
    expect(call?.body).toEqual({ customerId: 'cus_1', hash: 'abc' });
    expect(call).toMatchObject({ contentType: null, token: null, intent: null });
  });

  it('sends token, intent, path and query', async () => {
    const { server, client } = setUp();
    await client.openSession();
    await client.call('POST /v1/subscriptions/:id/cancel', CANCEL);
    await client.call('GET /v1/invoices', { query: { cursor: 'in_3' } });
    const [, cancel, list] = server.calls;
    expect(cancel).toMatchObject({ id: 'sub_1', token: 'token-1', intent: 'intent-1' });
    expect(list?.query.get('cursor')).toBe('in_3');
    expect(list?.intent).toBeNull();
  });

  it('opens a new session once and repeats the call with the same intent', async () => {
    const { server, client } = setUp();
    await client.openSession();
    server.expireSession();
    await client.call('POST /v1/subscriptions/:id/cancel', CANCEL);
    const tries = server.callsOf('POST /v1/subscriptions/:id/cancel');
    expect(tries.map(({ intent }) => intent)).toEqual(['intent-1', 'intent-1']);
    expect(server.callsOf('POST /v1/sessions')).toHaveLength(2);
  });

  it('opens one new session for many calls that find the old one ended', async () => {
    const { server, client } = setUp();
    await client.openSession();
    server.expireSession();
    await Promise.all([client.call('GET /v1/overview'), client.call('GET /v1/invoices')]);
    expect(server.callsOf('POST /v1/sessions')).toHaveLength(2);
  });

  it('says that the session has ended where the hash opens no new one', async () => {
    const { server, client } = setUp();
    await client.openSession();
    server.expireSession();
    server.failNext('POST /v1/sessions', 'invalid-identity');
    await expect(client.call('GET /v1/overview')).rejects.toMatchObject({
      problem: { code: 'session-expired' },
    });
  });

  it('renews a session that is in use, before it ends', async () => {
    const { server, client, clock } = setUp();
    await client.openSession();
    clock.now += 5 * 60_000;
    await client.call('GET /v1/overview');
    expect(server.calls.map(({ endpoint }) => endpoint)).toEqual([
      'POST /v1/sessions',
      'POST /v1/sessions/renew',
      'GET /v1/overview',
    ]);
  });

  it('does not renew a fresh session', async () => {
    const { server, client, clock } = setUp();
    await client.openSession();
    clock.now += 20_000;
    await client.renewIfDue();
    expect(server.callsOf('POST /v1/sessions/renew')).toHaveLength(0);
  });

  it('hands on the problem of the server', async () => {
    const { server, client } = setUp();
    await client.openSession();
    server.failNext('POST /v1/subscriptions/:id/cancel', 'subscription-ended');
    const error = await client
      .call('POST /v1/subscriptions/:id/cancel', CANCEL)
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ProblemError);
    expect(error).toMatchObject({ isMutation: true, problem: { code: 'subscription-ended' } });
  });

  it('tells a lost mutation from a lost read', async () => {
    const { server, client } = setUp();
    await client.openSession();
    server.failNext('POST /v1/subscriptions/:id/cancel', 'network');
    server.failNext('GET /v1/overview', 'network');
    const lost = client.call('POST /v1/subscriptions/:id/cancel', CANCEL);
    await expect(lost).rejects.toMatchObject({ fault: 'unreachable', isMutation: true });
    await expect(client.call('GET /v1/overview')).rejects.toMatchObject({ isMutation: false });
  });

  it('gives up after the timeout', async () => {
    const client = new ApiClient({
      api: 'https://api.example',
      identity: () => ({ email: 'ada@example.com', hash: 'abc' }),
      readTimeoutMs: 1,
      fetch: (_input, init) =>
        new Promise((_resolve, reject) => {
          init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
        }),
    });
    const error = await client.openSession().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ fault: 'timeout' });
  });

  it('takes an answer that is no JSON for no answer', async () => {
    const client = new ApiClient({
      api: 'https://api.example',
      identity: () => ({ email: 'ada@example.com', hash: 'abc' }),
      fetch: async () => new Response('<h1>Bad gateway</h1>', { status: 502 }),
    });
    await expect(client.openSession()).rejects.toMatchObject({ fault: 'unreachable' });
  });
});
