import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { NOW, setStage, type Stage } from '../../testing/stage.ts';
import { expiring, knock, refusal } from './door.ts';

let stage: Stage;
let uniform: string;
beforeAll(async () => {
  stage = await setStage();
  uniform = await refusal(stage.server);
});
afterAll(() => stage.stop());

describe('T02 a sign-in without a hash', () => {
  afterEach(() => vi.unstubAllEnvs());
  const hashes: unknown[] = [
    undefined,
    null,
    '',
    [],
    {},
    true,
    false,
    0,
    1,
    ['x'],
    { toString: 'x' },
    ' ',
  ];

  it.each(['production', 'development', 'test', ''])(
    'is never taken, where NODE_ENV is "%s"',
    async (mode) => {
      vi.stubEnv('NODE_ENV', mode);
      stage.simulator.forgetRequests();
      for (const hash of hashes) {
        for (const who of [
          { customerId: stage.customerId('monthly') },
          { email: 'monthly@example.com' },
          {},
        ]) {
          const heard = await knock(stage.server, JSON.stringify({ ...who, hash }));
          expect([400, 401]).toContain(heard.status);
          if (heard.status === 401) expect(heard.face).toBe(uniform);
          expect(heard.headers.get('cache-control')).toBe('no-store');
        }
      }
      expect(stage.simulator.requests()).toEqual([]);
    },
  );

  it('is no way past a session either: a hash is no bearer token', async () => {
    const id = stage.customerId('monthly');
    const hash = expiring(stage.secret, 'customer', id, NOW + 60);
    for (const authorization of [undefined, '', 'Bearer', 'Bearer null', `Bearer ${hash}`, hash]) {
      const heard = await knock(stage.server, undefined, {
        method: 'GET',
        path: '/v1/overview',
        headers: authorization === undefined ? {} : { authorization },
      });
      expect(heard.status).toBe(401);
    }
  });
});
