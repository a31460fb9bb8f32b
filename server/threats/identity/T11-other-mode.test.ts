import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSecret } from '../../auth/secrets.ts';
import { readOptions } from '../../options.ts';
import { setStage, type Stage } from '../../testing/stage.ts';
import { knock, mac, openBeside, refusal } from './door.ts';

let stage: Stage;
let uniform: string;
beforeAll(async () => {
  stage = await setStage();
  uniform = await refusal(stage.server);
});
afterAll(() => stage.stop());

describe('T11 a hash of one mode at a server of the other', () => {
  const keys = (mode: 'test' | 'live') => ({
    STRIPE_SECRET_KEY: `rk_${mode}_123`,
    STRIPE_PUBLISHABLE_KEY: `pk_${mode}_123`,
    PORTICO_ALLOWED_ORIGINS: 'https://shop.example',
  });

  it.each(['test', 'live'] as const)(
    'cannot be, because no %s server starts with a secret of the other mode',
    (mode) => {
      const other = mode === 'test' ? 'live' : 'test';
      for (const secrets of [makeSecret(other), `${makeSecret(mode)},${makeSecret(other)}`]) {
        expect(() => readOptions({ ...keys(mode), PORTICO_SECRET: secrets })).toThrow(
          `is a ${other} secret`,
        );
      }
    },
  );

  it('is refused where the letters after the prefix are the same', async () => {
    const live = stage.secret.replace('prt_test_', 'prt_live_');
    const customerId = stage.customerId('monthly');
    const heard = await knock(openBeside(stage), { customerId, hash: mac(live, customerId) });
    expect(heard.face).toBe(uniform);
    const options = readOptions({ ...keys('live'), PORTICO_SECRET: live });
    const server = openBeside(stage);
    expect(options.mode).toBe('live');
    expect((await knock(server, { customerId, hash: mac(stage.secret, customerId) })).status).toBe(
      201,
    );
  });
});
