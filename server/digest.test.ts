import * as nodeCrypto from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createHmacKey, fromHex, nodeHmacKey, toHex, utf8, webHmacKey } from './digest.ts';

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
