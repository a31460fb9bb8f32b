import { createHash, createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { findNearMiss } from './near-miss.ts';

const secret = 'prt_test_q3Zp1mX9vT7bYk2LwR8sNcE5uHdJfA0gKoVxBiMPyQt';
const random = secret.slice('prt_test_'.length);
const identity = { type: 'email', id: 'Ada@example.com' } as const;
const mac = (key: string | Buffer, message: string): string =>
  createHmac('sha256', key).update(message).digest('hex');
const right = mac(secret, identity.id);
const expires = 1_790_000_600;
const v1 = (hex: string): string => `v1.${expires}.${hex}`;
const rightV1 = v1(mac(secret, `v1.email.${expires}.${identity.id}`));
const bytes = Buffer.from(right, 'hex');

describe('what the log says of a bad hash', () => {
  it.each<[string, string, string | null]>([
    ['upper case', right.toUpperCase(), 'upper-case'],
    ['upper case with an end', rightV1.toUpperCase().replace('V1', 'v1'), 'upper-case'],
    ['a line break', `${right}\n`, 'white-space'],
    ['spaces around', ` ${rightV1} `, 'white-space'],
    ['0x', `0x${right}`, 'prefix'],
    ['sha256=', `sha256=${right}`, 'prefix'],
    ['quotes', `"${right}"`, 'prefix'],
    ['base64', bytes.toString('base64'), 'base64'],
    ['base64url', bytes.toString('base64url'), 'base64url'],
    ['a signed line break', mac(secret, `${identity.id}\n`), 'newline-signed'],
    ['signed JSON', mac(secret, JSON.stringify(identity.id)), 'quotes-signed'],
    ['signed lower case', mac(secret, 'ada@example.com'), 'lower-case-signed'],
    [
      'the other type',
      v1(mac(secret, `v1.customer.${expires}.${identity.id}`)),
      'other-type-signed',
    ],
    ['no type', v1(mac(secret, `${expires}.${identity.id}`)), 'type-left-out'],
    ['a plain one with a time', v1(right), 'plain-in-expiring'],
    [
      'secret and id hashed',
      createHash('sha256')
        .update(secret + identity.id)
        .digest('hex'),
      'plain-sha256',
    ],
    ['id as key', mac(identity.id, secret), 'swapped'],
    ['no prefix', mac(random, identity.id), 'secret-without-prefix'],
    ['decoded', mac(Buffer.from(random, 'base64url'), identity.id), 'secret-decoded'],
    ['a line break in the secret', mac(`${secret}\n`, identity.id), 'secret-with-newline'],
    ['something else', mac(secret, 'eve@example.com'), null],
    ['nothing', '', null],
  ])('%s', async (_, hash, slip) => {
    expect(await findNearMiss([secret], { identity, hash })).toBe(slip);
  });

  it('which of two ids was signed', async () => {
    const beside = { type: 'customer', id: 'cus_NffrFeUfNV2Hib' } as const;
    const hash = mac(secret, beside.id);
    expect(await findNearMiss([secret], { identity, hash, beside })).toBe('other-id-signed');
  });

  it('also for the second of two secrets', async () => {
    const hash = right.toUpperCase();
    const other = `prt_test_${random.split('').toReversed().join('')}`;
    expect(await findNearMiss([other, secret], { identity, hash })).toBe('upper-case');
  });
});
