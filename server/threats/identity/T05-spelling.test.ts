import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NOW, setStage, type Stage } from '../../testing/stage.ts';
import { expiring, knock, mac, refusal } from './door.ts';

let stage: Stage;
let uniform: string;
beforeAll(async () => {
  stage = await setStage();
  uniform = await refusal(stage.server);
});
afterAll(() => stage.stop());

const SPELLINGS: [string, (hex: string) => string, string][] = [
  ['upper case', (hex) => hex.toUpperCase(), 'must be in lower case'],
  ['base64', (hex) => Buffer.from(hex, 'hex').toString('base64'), 'not base64'],
  ['base64url', (hex) => Buffer.from(hex, 'hex').toString('base64url'), 'not base64url'],
  ['0x', (hex) => `0x${hex}`, 'something before it'],
  ['sha256=', (hex) => `sha256=${hex}`, 'something before it'],
  ['a space before', (hex) => ` ${hex}`, 'white space'],
  ['a line break after', (hex) => `${hex}\n`, 'white space'],
  ['CR LF after', (hex) => `${hex}\r\n`, 'white space'],
  ['quotes', (hex) => `"${hex}"`, 'quotes'],
];

describe('T05 a right hash that is written otherwise', () => {
  it.each(SPELLINGS)(
    'is refused like any other, and only the log says why: %s',
    async (_, spell, advice) => {
      const customerId = stage.customerId('monthly');
      const hash = spell(mac(stage.secret, customerId));
      stage.log.length = 0;
      const heard = await knock(stage.server, { customerId, hash });
      expect(heard.face).toBe(uniform);
      const lines = stage.log.filter((line) => line.includes(advice));
      expect(lines).toHaveLength(1);
      expect(lines[0]).toContain(heard.headers.get('x-request-id'));
      expect(stage.log.join()).not.toContain(hash.trim());
    },
  );

  it('is refused in the expiring form too', async () => {
    const customerId = stage.customerId('monthly');
    const right = expiring(stage.secret, 'customer', customerId, NOW + 60);
    for (const hash of [
      right.toUpperCase(),
      ` ${right}`,
      `${right}\n`,
      right.replace('v1', 'v2'),
      right.slice(3),
    ]) {
      expect((await knock(stage.server, { customerId, hash })).face).toBe(uniform);
    }
    expect((await knock(stage.server, { customerId, hash: right })).status).toBe(201);
  });
});
