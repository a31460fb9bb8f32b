import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createLimits } from '../../limits/limits.ts';
import { createMemoryLimiter } from '../../limits/memory-limiter.ts';
import { NOW, setStage, type Stage } from '../../testing/stage.ts';
import { knock, mac, openBeside } from './door.ts';

const HERE = '203.0.113.7';
const ELSEWHERE = '203.0.113.8';
const ALLOWED = 600;

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
beforeEach(() => stage.simulator.forgetRequests());
afterAll(() => stage.stop());

/** A server with its limits, and a clock for its sessions. */
function open() {
  let now = NOW;
  const limits = createLimits((allowance) => createMemoryLimiter(allowance, () => now * 1_000));
  const lines: string[] = [];
  const server = openBeside(
    stage,
    {},
    {
      limits,
      now: () => now,
      log: (_, event, fields) => lines.push(JSON.stringify([event, fields])),
    },
  );
  const show = (token: string, ip = HERE, path = '/v1/sessions/renew') =>
    knock(server, undefined, {
      path,
      ip,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    });
  const signIn = async (ip = HERE): Promise<string> => {
    const customerId = stage.customerId('monthly');
    const answer = await knock(server, { customerId, hash: mac(stage.secret, customerId) }, { ip });
    expect(answer.status).toBe(201);
    return JSON.parse(answer.text).token;
  };
  const flood = async (token: string, times: number, ip = HERE): Promise<number[]> => {
    const statuses: number[] = [];
    for (let index = 0; index < times; index += 1) {
      statuses.push((await show(forged(token, index), ip)).status);
    }
    return statuses;
  };
  return { show, signIn, flood, lines, pass: (seconds: number) => void (now += seconds) };
}

/** The same token with another signature. */
function forged(token: string, index: number): string {
  const made = `${index}`.padStart(42, 'f');
  return token.replace(/[^.]*$/, `${made}A`);
}

const counted = (statuses: number[]) => [
  statuses.filter((status) => status === 401).length,
  statuses.filter((status) => status === 429).length,
];

describe('T25 a flood of made-up sessions', () => {
  it('ends with the time to wait, asks Stripe nothing, and begins anew after it', async () => {
    const { show, signIn, flood, lines, pass } = open();
    const token = await signIn();
    stage.simulator.forgetRequests();
    expect(counted(await flood(token, ALLOWED + 50))).toEqual([ALLOWED, 50]);
    const { status, headers, text } = await show(forged(token, 9_999));
    expect([status, JSON.parse(text).code]).toEqual([429, 'too-many-requests']);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(500);
    expect((await show(forged(token, 9_999), ELSEWHERE)).status).toBe(401);
    expect(stage.simulator.requests()).toEqual([]);
    expect(lines.join('\n')).not.toMatch(/eyJ|ffffff/);
    pass(600);
    expect((await show(forged(token, 9_999))).status).toBe(401);
  });

  it('holds up nobody whose session or hash is good, not even in the same network', async () => {
    const { show, signIn, flood } = open();
    const token = await signIn();
    await flood(token, ALLOWED + 10);
    expect((await show(token)).status).toBe(200);
    expect((await show(await signIn())).status).toBe(200);
    expect((await show(await signIn(ELSEWHERE), HERE)).status).toBe(200);
  });

  it('is not what customers make who come too late: they are told to sign in again', async () => {
    const { show, signIn, flood, pass } = open();
    const token = await signIn();
    pass(601);
    for (let index = 0; index < ALLOWED + 10; index += 1)
      expect((await show(token)).status).toBe(401);
    await flood(token, ALLOWED + 10);
    expect((await show(token)).status).toBe(401);
    expect(await signIn()).toMatch(/^eyJ/);
  });

  it('costs nothing where it does not even look like one of ours', async () => {
    const { show, signIn, flood } = open();
    const token = await signIn();
    const [header = '', payload = ''] = token.split('.');
    const shapeless = [
      'x',
      'a.b.c',
      `${header}.${payload}.`,
      `${header}.${payload}.${'a'.repeat(42)}`,
      `${token}x`,
      `.${token}`,
      'x'.repeat(2_000),
      `${header}.${'a'.repeat(8_000)}.${'a'.repeat(43)}`,
    ];
    for (let index = 0; index < ALLOWED + 50; index += 1) {
      expect((await show(shapeless[index % shapeless.length] ?? '')).status).toBe(401);
    }
    expect(counted(await flood(token, ALLOWED + 1))).toEqual([ALLOWED, 1]);
  });

  it('is one flood over all routes and all addresses of one home', async () => {
    const { show, signIn, flood } = open();
    const token = await signIn();
    for (let index = 0; index < ALLOWED; index += 1) {
      const ip = `2001:db8:1:2::${index.toString(16)}`;
      expect((await show(forged(token, index), ip)).status).toBe(401);
    }
    for (const path of ['/v1/sessions/renew', '/v1/payment-methods/setup']) {
      expect((await show(forged(token, 1), '2001:db8:1:2:ffff::1', path)).status).toBe(429);
    }
    expect(counted(await flood(token, 1, '2001:db8:1:3::1'))).toEqual([1, 0]);
  });
});
