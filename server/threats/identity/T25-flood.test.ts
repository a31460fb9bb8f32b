import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLimits } from '../../limits/limits.ts';
import { createMemoryLimiter } from '../../limits/memory-limiter.ts';
import { ORIGIN, setStage, type Stage } from '../../testing/stage.ts';
import { knock, openBeside } from './door.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.stop());

/** A server with its limits, and a clock for them. */
function open(trustedProxies = '0') {
  let nowMs = 0;
  const limits = createLimits((allowance) => createMemoryLimiter(allowance, () => nowMs));
  const server = openBeside(stage, { PORTICO_TRUSTED_PROXIES: trustedProxies }, { limits });
  let count = 0;
  const fail = (ip: string, forwardedFor?: string) =>
    knock(
      server,
      { customerId: `cus_flood${String((count += 1)).padStart(8, '0')}`, hash: '0'.repeat(64) },
      { ip, ...(forwardedFor !== undefined && { headers: { 'x-forwarded-for': forwardedFor } }) },
    );
  return { server, fail, pass: (ms: number) => void (nowMs += ms) };
}

describe('T25 a flood of failures', () => {
  it('ends after a hundred from one network, with the time to wait, and begins anew after it', async () => {
    const { fail, pass } = open();
    stage.simulator.forgetRequests();
    const statuses: number[] = [];
    for (let index = 0; index < 150; index += 1) statuses.push((await fail('203.0.113.7')).status);
    expect(statuses.slice(0, 100)).toEqual(Array<number>(100).fill(401));
    expect(statuses.slice(100)).toEqual(Array<number>(50).fill(429));
    pass(60_000);
    const { headers, text, status } = await fail('203.0.113.7');
    expect([status, headers.get('retry-after')]).toEqual([429, '540']);
    expect(JSON.parse(text)).toMatchObject({ code: 'too-many-requests', retryAfterS: 540 });
    expect(headers.get('access-control-allow-origin')).toBe(ORIGIN);
    expect(headers.get('access-control-expose-headers')).toContain('Retry-After');
    expect((await fail('203.0.113.8')).status).toBe(401);
    pass(540_000);
    expect((await fail('203.0.113.7')).status).toBe(401);
    expect(stage.simulator.requests()).toEqual([]);
  });

  it('is one flood from all addresses of one home', async () => {
    const { fail } = open();
    for (let index = 0; index < 100; index += 1) await fail(`2001:db8:1:2::${index.toString(16)}`);
    expect((await fail('2001:db8:1:2:ffff::1')).status).toBe(429);
    expect((await fail('2001:db8:1:3::1')).status).toBe(401);
  });

  it('is not hidden by addresses that the caller makes up', async () => {
    for (const [proxies, made] of [
      ['0', (index: number) => `198.51.100.${index}`],
      ['1', (index: number) => `198.51.100.${index}, 203.0.113.7`],
      ['2', (index: number) => `10.9.8.${index}, 198.51.100.${index}, 203.0.113.7, 10.0.0.1`],
    ] as const) {
      const { fail } = open(proxies);
      for (let index = 0; index < 100; index += 1) await fail('10.0.0.9', made(index));
      expect((await fail('10.0.0.9', made(200))).status).toBe(429);
    }
  });

  it('behind a proxy that is trusted, is told from the other callers', async () => {
    const { fail } = open('1');
    for (let index = 0; index < 101; index += 1) await fail('10.0.0.9', '203.0.113.7');
    expect((await fail('10.0.0.9', '203.0.113.7')).status).toBe(429);
    expect((await fail('10.0.0.9', '203.0.113.9')).status).toBe(401);
  });
});
