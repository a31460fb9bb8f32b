import * as nodeCrypto from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  createHmacKey,
  fromBase64,
  fromHex,
  isSame,
  isSameByHand,
  nodeHmacKey,
  sha256,
  toBase64Url,
  toHex,
  utf8,
  webHmacKey,
} from './digest.ts';

// RFC 4231, test cases 1, 2 and 6: a short key, a text, a key longer than a block.
const CASES = [
  {
    key: fromHex('0b'.repeat(20)),
    message: utf8('Hi There'),
    mac: 'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7',
  },
  {
    key: utf8('Jefe'),
    message: utf8('what do ya want for nothing?'),
    mac: '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  },
  {
    key: fromHex('aa'.repeat(131)),
    message: utf8('Test Using Larger Than Block-Size Key - Hash Key First'),
    mac: '60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54',
  },
];

describe.each([
  ['as the server makes it', createHmacKey],
  [
    "with Node's crypto",
    (secret: Parameters<typeof webHmacKey>[0]) => nodeHmacKey(secret, nodeCrypto),
  ],
  ['with Web Crypto', webHmacKey],
])('an HMAC key %s', (_, create) => {
  it.each(CASES)('signs and checks as RFC 4231 has it: $mac', async ({ key, message, mac }) => {
    const hmac = create(key);
    expect(toHex(await hmac.sign(message))).toBe(mac);
    expect(await hmac.verify(fromHex(mac), message)).toBe(true);
    expect(await create(utf8('another')).verify(fromHex(mac), message)).toBe(false);
  });

  it('takes neither a longer signature nor a shorter one, nor none', async () => {
    const hmac = create(utf8('Jefe'));
    const message = utf8('what do ya want for nothing?');
    const right = toHex(await hmac.sign(message));
    for (const wrong of ['', right.slice(2), `${right}00`, right.slice(0, -2)]) {
      expect(await hmac.verify(fromHex(wrong), message)).toBe(false);
    }
    for (let at = 0; at < 32; at += 1) {
      const bytes = fromHex(right);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      expect(await hmac.verify(bytes, message)).toBe(false);
    }
  });
});

describe.each([
  ['as the server does it', isSame],
  ['by hand', isSameByHand],
])('the comparison of bytes %s', (_, same) => {
  it('sees every bit and the length, and nothing else', () => {
    const some = utf8('0123456789abcdef');
    expect(same(some, some.slice())).toBe(true);
    expect(same(utf8(''), utf8(''))).toBe(true);
    for (const length of [0, 15]) {
      expect(same(some, some.slice(0, length))).toBe(false);
      expect(same(some.slice(0, length), some)).toBe(false);
    }
    expect(same(some, utf8('0123456789abcdef\0'))).toBe(false);
    for (let bit = 0; bit < 128; bit += 1) {
      const other = some.slice();
      other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(same(some, other)).toBe(false);
    }
  });
});

describe('SHA-256', () => {
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    ['ü', nodeCrypto.createHash('sha256').update('ü', 'utf8').digest('hex')],
  ])('is of the text in UTF-8: "%s"', async (text, digest) => {
    expect(toHex(await sha256(text))).toBe(digest);
  });
});

describe('bytes as text', () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);

  it('are the same again from hex and from either base64, with padding and without', () => {
    expect(fromHex(toHex(bytes))).toEqual(bytes);
    expect(toHex(bytes)).toBe(Buffer.from(bytes).toString('hex'));
    for (const length of [254, 255, 256]) {
      const some = bytes.slice(0, length);
      const url = Buffer.from(some).toString('base64url');
      expect(toBase64Url(some)).toBe(url);
      expect(fromBase64(url)).toEqual(some);
      expect(fromBase64(Buffer.from(some).toString('base64'))).toEqual(some);
    }
  });

  it.each(['!', 'a', 'ab=c', 'abc.'])('are not in what is no base64: %s', (text) => {
    expect(fromBase64(text)).toBeNull();
  });
});
