import { execFileSync } from 'node:child_process';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SessionRequest } from '../../contract/api.ts';
import { signHash } from '../auth/signature.ts';
import { NOW, ORIGIN, setStage, type Stage } from '../testing/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.stop());

const signIn = (body: SessionRequest, headers?: Record<string, string>) =>
  stage.call()('POST /v1/sessions', { body, ...(headers && { headers }) });

const monthly = () => stage.customers.find(({ key }) => key === 'monthly') ?? stage.customers[0];

describe('POST /v1/sessions', () => {
  it('takes both forms of hash, by customer id and by email, and answers with the overview', async () => {
    const { customerId = '', email = '' } = monthly() ?? {};
    for (const expires of [null, NOW + 600]) {
      const customer = { type: 'customer', id: customerId } as const;
      const byId = { customerId, hash: await signHash(stage.secret, customer, expires) };
      const mail = { type: 'email', id: email } as const;
      const byEmail = { email, hash: await signHash(stage.secret, mail, expires) };
      for (const body of [byId, byEmail]) {
        const answer = await signIn(body);
        expect(answer.status).toBe(201);
        expect(answer.body.overview.customer.id).toBe(customerId);
        expect(answer.body.overview.subscriptions).toHaveLength(1);
        expect(answer.body.expiresAt).toBe(NOW + 600);
        expect(answer.headers.get('cache-control')).toBe('no-store');
        expect(answer.headers.get('access-control-allow-origin')).toBe(ORIGIN);
      }
    }
  });

  it('takes a hash made by openssl', async () => {
    const { customerId = '', email = '' } = monthly() ?? {};
    for (const [field, id] of [
      ['customerId', customerId],
      ['email', email],
    ] as const) {
      const printed = execFileSync('openssl', ['dgst', '-sha256', '-hmac', stage.secret], {
        input: id,
        encoding: 'utf8',
      });
      const hash = printed.trim().split(' ').at(-1) ?? '';
      expect((await signIn({ [field]: id, hash })).status).toBe(201);
    }
  });

  it('is taken as text/plain, so that no preflight stands before the first paint', async () => {
    const { customerId = '' } = monthly() ?? {};
    const hash = await signHash(stage.secret, { type: 'customer', id: customerId }, null);
    const answer = await signIn({ customerId, hash }, { 'content-type': 'text/plain' });
    expect(answer.status).toBe(201);
  });

  it('answers packed, to a browser that takes it', async () => {
    const id = stage.customerId('invoices');
    const hash = await signHash(stage.secret, { type: 'customer', id }, null);
    const response = await stage.server.fetch(
      new Request('https://portal.example/v1/sessions', {
        method: 'POST',
        headers: { origin: ORIGIN, 'accept-encoding': 'gzip, br' },
        body: JSON.stringify({ customerId: id, hash }),
      }),
    );
    expect(response.headers.get('content-encoding')).toBe('gzip');
    const text = gunzipSync(Buffer.from(await response.arrayBuffer())).toString();
    expect(JSON.parse(text)).toMatchObject({ overview: { customer: { id } } });
  });

  it('asks Stripe five times in one wave, and once more by email', async () => {
    const { customerId = '', email = '' } = monthly() ?? {};
    await stage.as('monthly');
    stage.simulator.forgetRequests();
    await stage.as('monthly');
    expect(stage.simulator.requests()).toHaveLength(5);
    stage.simulator.forgetRequests();
    const hash = await signHash(stage.secret, { type: 'email', id: email }, null);
    await signIn({ email, hash });
    expect(stage.simulator.requests().map(({ path }) => path)[0]).toBe('/v1/customers');
    expect(stage.simulator.requests()).toHaveLength(6);
    expect(customerId).not.toBe('');
  });

  it('refuses everything that is not vouched for with one and the same 401, and asks Stripe nothing', async () => {
    const { customerId = '', email = '' } = monthly() ?? {};
    const other = stage.customerId('yearly');
    const plain = await signHash(stage.secret, { type: 'customer', id: customerId }, null);
    const expired = await signHash(stage.secret, { type: 'customer', id: customerId }, NOW);
    const bodies: SessionRequest[] = [
      { customerId: other, hash: plain },
      { customerId, hash: plain.toUpperCase() },
      { customerId, hash: expired },
      { customerId, hash: 'a'.repeat(64) },
      { customerId, email, hash: plain },
      { email: customerId, hash: plain },
      { customerId: ` ${customerId}`, hash: plain },
      { customerId, hash: plain, portal: 'another' },
      { hash: plain },
    ];
    stage.simulator.forgetRequests();
    const answers = await Promise.all(bodies.map((body) => signIn(body)));
    const texts = answers.map(({ status, problem }) => {
      const { requestId: _, ...same } = problem;
      return JSON.stringify([status, same]);
    });
    expect(new Set(texts)).toEqual(
      new Set([
        '[401,{"type":"about:blank#invalid-identity","code":"invalid-identity","title":"This sign-in is not valid","status":401}]',
      ]),
    );
    expect(stage.simulator.requests()).toEqual([]);
    expect(stage.log.join('\n')).toContain('it must be in lower case');
    expect(stage.log.join('\n')).not.toContain(plain);
  });

  it('never guesses between two customers with one email', async () => {
    const email = 'twins@example.com';
    await stage.stripe.customers.create({ email });
    await stage.stripe.customers.create({ email });
    const hash = await signHash(stage.secret, { type: 'email', id: email }, null);
    const answer = await signIn({ email, hash });
    expect([answer.status, answer.problem.code]).toEqual([409, 'customer-ambiguous']);
  });

  it('finds no customer whose email differs in case, and none that was deleted', async () => {
    const gone = await stage.stripe.customers.create({ email: 'gone@example.com' });
    await stage.stripe.customers.del(gone.id);
    const { email = '' } = monthly() ?? {};
    const [first = '', ...rest] = email;
    const loud = first.toUpperCase() + rest.join('');
    const byEmail = await signHash(stage.secret, { type: 'email', id: loud }, null);
    const byId = await signHash(stage.secret, { type: 'customer', id: gone.id }, null);
    const answers = [
      await signIn({ email: loud, hash: byEmail }),
      await signIn({ customerId: gone.id, hash: byId }),
    ];
    expect(answers.map(({ problem }) => problem.code)).toEqual([
      'customer-not-found',
      'customer-not-found',
    ]);
  });

  it('refuses a site that is not on the list before any work, and lets it read why', async () => {
    stage.simulator.forgetRequests();
    for (const origin of ['https://evil.example', 'null', `${ORIGIN}.evil.example`]) {
      const answer = await signIn({ hash: 'x' }, { origin });
      expect([answer.status, answer.problem.code]).toEqual([403, 'origin-not-allowed']);
      expect(answer.problem.detail).toContain('PORTICO_ALLOWED_ORIGINS');
      expect(answer.headers.get('access-control-allow-origin')).toBe(origin);
    }
    expect(stage.simulator.requests()).toEqual([]);
  });

  it('refuses what is no JSON, too long, or has fields that it does not know', async () => {
    const post = (body: string) =>
      stage.server.fetch(
        new Request('https://portal.example/v1/sessions', {
          method: 'POST',
          headers: { origin: ORIGIN },
          body,
        }),
      );
    expect((await post('{')).status).toBe(400);
    expect((await post('[]')).status).toBe(400);
    expect((await post('{"hash":"a","customerId":"cus_12345678","admin":true}')).status).toBe(400);
    expect((await post(`{"hash":"${'a'.repeat(20_000)}"}`)).status).toBe(413);
  });
});

describe('POST /v1/sessions/renew', () => {
  it('gives a new token to whoever has a good one', async () => {
    const call = await stage.as('monthly');
    const renewed = await call('POST /v1/sessions/renew');
    expect(renewed.status).toBe(200);
    const overview = await stage.call(renewed.body.token)('GET /v1/overview');
    expect(overview.body.customer.id).toBe(stage.customerId('monthly'));
  });
});
