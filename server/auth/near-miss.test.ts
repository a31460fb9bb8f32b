import { createHash, createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { findNearMiss, NEAR_MISSES } from './near-miss.ts';

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
    ['quotes of the other kind', `'${rightV1}'`, 'prefix'],
    ['another quote behind', `"${right}'`, null],
    ['base64', bytes.toString('base64'), 'base64'],
    ['base64 with an end', v1(Buffer.from(rightV1.slice(-64), 'hex').toString('base64')), 'base64'],
    ['base64 with something behind', `${bytes.toString('base64')}=`, null],
    ['base64 with something before', `.${bytes.toString('base64')}`, null],
    ['what is no base64', '='.repeat(43), null],
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
    [
      'id and secret hashed',
      createHash('sha256')
        .update(identity.id + secret)
        .digest('hex'),
      'plain-sha256',
    ],
    ['id as key', mac(identity.id, secret), 'swapped'],
    ['no prefix', mac(random, identity.id), 'secret-without-prefix'],
    ['decoded', mac(Buffer.from(random, 'base64url'), identity.id), 'secret-decoded'],
    ['a line break in the secret', mac(`${secret}\n`, identity.id), 'secret-with-newline'],
    ['a slip with something behind', `${mac(secret, `${identity.id}\n`)}0`, null],
    ['a slip behind 200 spaces', `${' '.repeat(200)}${right}`, null],
    ['the right one', right, null],
    ['the right one with an end', rightV1, null],
    ['something else', mac(secret, 'eve@example.com'), null],
    ['nothing', '', null],
  ])('%s', async (_, hash, slip) => {
    expect(await findNearMiss([secret], { identity, hash })).toBe(slip);
  });

  it('base64url by its letters, or by the padding that is not there', async () => {
    const ids = Array.from({ length: 100 }, (_, index) => `a${index}@example.com`);
    const packed = ids.map((id) => ({
      id,
      hash: createHmac('sha256', secret).update(id).digest('base64'),
    }));
    const plain = packed.filter(({ hash }) => !/[+/]/.test(hash));
    const other = packed.filter(({ hash }) => /[+/]/.test(hash));
    expect(Math.min(plain.length, other.length)).toBeGreaterThan(5);
    const find = (id: string, hash: string) =>
      findNearMiss([secret], { identity: { type: 'email', id }, hash });
    for (const { id, hash } of plain) {
      expect(await find(id, hash)).toBe('base64');
      expect(await find(id, hash.replace('=', ''))).toBe('base64url');
    }
    for (const { id, hash } of other) {
      const url = hash.replaceAll('+', '-').replaceAll('/', '_');
      expect(await find(id, url)).toBe('base64url');
      expect(await find(id, url.replace('=', ''))).toBe('base64url');
    }
  });

  it('the other type of a customer’s id', async () => {
    const customer = { type: 'customer', id: 'cus_NffrFeUfNV2Hib' } as const;
    const hash = v1(mac(secret, `v1.email.${expires}.${customer.id}`));
    expect(await findNearMiss([secret], { identity: customer, hash })).toBe('other-type-signed');
  });

  it('each in a sentence of its own', () => {
    const sentences = Object.values(NEAR_MISSES);
    expect(new Set(sentences).size).toBe(17);
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z].{30,}[.…]$/);
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
