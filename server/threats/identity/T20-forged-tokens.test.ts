import { createHmac, generateKeyPairSync, hkdfSync, sign } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NOW, setStage, type Stage } from '../../testing/stage.ts';
import { knock } from './door.ts';

let stage: Stage;
let customerId: string;
beforeAll(async () => {
  stage = await setStage();
  customerId = stage.customerId('monthly');
});
afterAll(() => stage.stop());

const encode = (part: unknown) =>
  Buffer.from(typeof part === 'string' ? part : JSON.stringify(part)).toString('base64url');

/** The key as the documents describe it, by Node's own HKDF; nobody outside has it. */
function keyOf(secret: string, purpose = 'session'): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `portico ${purpose}`, 32));
}

function forge(header: unknown, payload: unknown, key: string | Buffer, hash = 'sha256'): string {
  const text = `${encode(header)}.${encode(payload)}`;
  return `${text}.${createHmac(hash, key).update(text).digest('base64url')}`;
}

const HEADER = { alg: 'HS256', typ: 'portico-session+jwt' };
const sound = () => ({
  iss: 'portico',
  aud: 'default',
  sub: customerId,
  iat: NOW,
  exp: NOW + 600,
  auth_time: NOW,
});
const without = (claim: string) =>
  Object.fromEntries(Object.entries(sound()).filter(([name]) => name !== claim));

/** Everything that an attacker may try, and much that takes the right key. */
function forgeries(): [string, string][] {
  const key = keyOf(stage.secret);
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = rsa.publicKey.export({ type: 'spki', format: 'pem' });
  const rsText = `${encode({ ...HEADER, alg: 'RS256' })}.${encode(sound())}`;
  const right = forge(HEADER, sound(), key);
  const [head = '', body = '', mac = ''] = right.split('.');
  return [
    ...[
      'none',
      'None',
      'NONE',
      'nOnE',
      '',
      null,
      'HS512',
      'HS384',
      'RS256',
      'ES256',
      'dir',
      'PBES2-HS256+A128KW',
    ].flatMap((alg): [string, string][] => [
      [`alg ${alg}, unsigned`, `${encode({ ...HEADER, alg })}.${encode(sound())}.`],
      [`alg ${alg}, our key`, forge({ ...HEADER, alg }, sound(), key)],
    ]),
    [
      'RS256, a key of its own',
      `${rsText}.${sign('sha256', Buffer.from(rsText), rsa.privateKey).toString('base64url')}`,
    ],
    ['HS256 with a public key', forge(HEADER, sound(), pem)],
    [
      'a key in the header',
      forge({ ...HEADER, jwk: { kty: 'oct', k: encode('x') } }, sound(), 'x'),
    ],
    ['a key id that is a path', forge({ ...HEADER, kid: '../../dev/null' }, sound(), '')],
    ['a critical extension', forge({ ...HEADER, crit: ['b64'], b64: false }, sound(), key)],
    ['the portal secret itself', forge(HEADER, sound(), stage.secret)],
    ['the key of previews', forge(HEADER, sound(), keyOf(stage.secret, 'preview'))],
    ['an empty key', forge(HEADER, sound(), '')],
    ...['JWT', 'portico-preview+jwt', '', undefined].map((typ): [string, string] => [
      `typ ${typ}`,
      forge({ ...HEADER, typ }, sound(), key),
    ]),
    ...['exp', 'aud', 'sub', 'iss', 'iat', 'auth_time'].map((claim): [string, string] => [
      `no ${claim}`,
      forge(HEADER, without(claim), key),
    ]),
    ...Object.entries({
      iss: ['another', '', null],
      aud: ['another', '', null, []],
      sub: ['', null, 7, [customerId]],
      exp: [NOW, NOW - 1, '9999999999', null],
      auth_time: [NOW - 8 * 3600, '0', null],
    }).flatMap(([claim, values]) =>
      values.map((value): [string, string] => [
        `${claim} ${JSON.stringify(value)}`,
        forge(HEADER, { ...sound(), [claim]: value }, key),
      ]),
    ),
    [
      'ten years',
      forge(HEADER, { ...sound(), auth_time: NOW - 9 * 3600, exp: NOW + 315_360_000 }, key),
    ],
    ['another body', `${head}.${encode({ ...sound(), sub: 'cus_another1234' })}.${mac}`],
    ['no signature', `${head}.${body}.`],
    ['two parts', `${head}.${body}`],
    ['four parts', `${right}.${mac}`],
    ['half a signature', `${head}.${body}.${mac.slice(0, 20)}`],
    ['no JSON', forge('x', 'y', key)],
    ['a list', forge(HEADER, [sound()], key)],
  ];
}

describe('T20 a token that is forged', () => {
  const ask = (token: string) =>
    knock(stage.server, undefined, {
      method: 'GET',
      path: '/v1/overview',
      headers: { authorization: `Bearer ${token}` },
    });

  it('is refused in more than sixty ways, all alike, and Stripe is not asked', async () => {
    const all = forgeries();
    expect(all.length).toBeGreaterThan(60);
    stage.simulator.forgetRequests();
    const faces = new Map<string, string[]>();
    for (const [name, token] of all) {
      const { face } = await ask(token);
      faces.set(face, [...(faces.get(face) ?? []), name]);
    }
    expect([...faces.values()].slice(1)).toEqual([]);
    expect([...faces.keys()][0]).toContain('session-expired');
    expect(stage.simulator.requests()).toEqual([]);
  });

  it('would be taken if all of it were right', async () => {
    expect((await ask(forge(HEADER, sound(), keyOf(stage.secret)))).status).toBe(200);
  });
});
