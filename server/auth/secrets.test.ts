import { describe, expect, it } from 'vitest';
import { createSecretCheck, makeSecret, type Mode } from './secrets.ts';

/** No two letters of it are alike, nor one behind the other in the alphabet. */
const MIXED = 'aZcXeVgTiRkPmNoLqJsHuFwDyB0-2_4';
const known = [
  'bSW05nGv6nL9RFv-y6EfEVTeBGoLZdG2GAHG2Ykf5ok',
  'nZg9KpP2gEWSTpXecLT5R63xUI-BKS3g_FNVHQVFOmU',
  'q3Zp1mX9vT7bYk2LwR8sNcE5uHdJfA0gKoVxBiMPyQt',
  'A0gKoVxBiMPyQtq3Zp1mX9vT7bYk2LwR8sNcE5uHdJf',
];

const check = (secret: string, mode: Mode = 'test'): string | null =>
  createSecretCheck(mode, {})(secret, 'PORTICO_SECRET');
const fill = (text: string): string => text.repeat(43).slice(0, 43);

describe('a secret that is made', () => {
  it.each(['test', 'live'] as const)('holds 32 random bytes, and its mode: %s', (mode) => {
    const made = Array.from({ length: 300 }, () => makeSecret(mode));
    expect(new Set(made).size).toBe(300);
    for (const secret of made) {
      expect(secret).toMatch(new RegExp(`^prt_${mode}_[A-Za-z0-9_-]{43}$`));
      expect(Buffer.from(secret.slice(9), 'base64url')).toHaveLength(32);
      expect(check(secret, mode)).toBeNull();
    }
  });
});

describe('a secret that is checked', () => {
  const good = makeSecret('test');

  it.each(['', 'changeme', good.slice(9), good.slice(0, -1), `${good}x`, `x${good}`, `${good}\n`])(
    'is none of ours unless it has the whole form: %j',
    (secret) => {
      expect(check(secret)).toBe(
        'is not a Portico secret (prt_test_ and 43 letters, digits, - or _). Make one with `npx portico secret test`.',
      );
    },
  );

  it('is of the mode of the key', () => {
    expect(check(makeSecret('live'))).toMatch(/^is a live secret, but .* is a test key\. Make one/);
    expect(check(good, 'live')).toMatch(/^is a test secret, but .* is a live key\. Make one/);
  });

  it.each(known)('is not one that is printed somewhere: %s', (random) => {
    expect(check(`prt_test_${random}`)).toMatch(/^is an example that anybody can read\. Make one/);
    expect(check(`prt_live_${random}`, 'live')).toMatch(/^is an example/);
  });

  it.each([
    ['of eleven letters', 'abcdefghijkacegikbdfhjadgjbehkcfiaeibfjcgkd', true],
    ['of twelve letters', 'aclegikbdfhjadgjbehkcfiaeibfjcgkdahlbicjdke', false],
    ['with 21 letters again and again', fill(MIXED.slice(0, 21)), true],
    ['with 22 letters again and again', fill(MIXED.slice(0, 22)), false],
    ['with eleven steps of the alphabet', `abcdefghijkl${MIXED}`, true],
    ['with ten steps of the alphabet', `abcdefghijk0${MIXED}`, false],
    ['with ten steps backwards', `lkjihgfedcba${MIXED}`, false],
  ])('is not too easy to guess: %s', (_, random, isEasy) => {
    expect(random).toHaveLength(43);
    const fault = check(`prt_test_${random}`);
    if (isEasy) expect(fault).toMatch(/^is too easy to guess\. Make one with `npx portico secret/);
    else expect(fault).toBeNull();
  });
});

describe('the secrets of one server', () => {
  const live = makeSecret('live');
  const test = live.replace('live', 'test');

  it('are each for one portal, whatever the prefix says', () => {
    const faultOf = createSecretCheck('test', {});
    expect(faultOf(test, 'PORTICO_SECRET')).toBeNull();
    expect(faultOf(makeSecret('test'), 'PORTICO_SECRET_TEAM')).toBeNull();
    expect(faultOf(test, 'PORTICO_SECRET_TEAM')).toBe(
      'is the same as PORTICO_SECRET: each needs its own.',
    );
  });

  it('are in nothing else that the server was given', () => {
    const others = {
      STRIPE_SECRET_KEY: 'sk_test_1',
      STRIPE_PUBLISHABLE_KEY: undefined,
      STRIPE_WEBHOOK_SECRET: `whsec_${test.slice(9)}`,
    };
    const faultOf = createSecretCheck('test', others);
    expect(faultOf(test, 'PORTICO_SECRET')).toMatch(/^is the same as STRIPE_WEBHOOK_SECRET: /);
    expect(faultOf(makeSecret('test'), 'PORTICO_SECRET')).toBeNull();
  });

  it('are others where only their ends are alike', () => {
    const faultOf = createSecretCheck('test', { STRIPE_SECRET_KEY: `sk_test_${test.slice(-9)}` });
    expect(faultOf(test, 'PORTICO_SECRET')).toBeNull();
    const alike = makeSecret('test').slice(0, -9) + test.slice(-9);
    expect(faultOf(alike, 'PORTICO_SECRET_TEAM')).toBeNull();
  });

  it('are not taken by one that was refused', () => {
    const faultOf = createSecretCheck('live', {});
    expect(faultOf(test, 'PORTICO_SECRET')).not.toBeNull();
    expect(faultOf(live, 'PORTICO_SECRET_TEAM')).toBeNull();
  });
});
