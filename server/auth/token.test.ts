import { hkdfSync } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { createTokenSigner } from './token.ts';

const secret = 'prt_test_q3Zp1mX9vT7bYk2LwR8sNcE5uHdJfA0gKoVxBiMPyQt';
const other = 'prt_test_A0gKoVxBiMPyQtq3Zp1mX9vT7bYk2LwR8sNcE5uHdJf';

function signer(changes: Partial<Parameters<typeof createTokenSigner>[0]> = {}) {
  return createTokenSigner({
    purpose: 'session',
    portal: 'default',
    secrets: [secret],
    now: () => 1_000_000,
    ...changes,
  });
}

describe('a token', () => {
  it('is read again by the same portal', async () => {
    const token = await signer().sign({ sub: 'cus_a' }, 1_000_060);
    expect((await signer().read(token))?.sub).toBe('cus_a');
  });

  it.each([
    ['another portal', signer({ portal: 'team' })],
    ['another purpose', signer({ purpose: 'preview' })],
    ['another secret', signer({ secrets: [other] })],
    ['a later time', signer({ now: () => 1_000_060 })],
  ])('means nothing to %s', async (_, reader) => {
    const token = await signer().sign({ sub: 'cus_a' }, 1_000_060);
    expect(await reader.read(token)).toBeNull();
  });

  it('survives the replacement of the secret', async () => {
    const token = await signer().sign({ sub: 'cus_a' }, 1_000_060);
    expect((await signer({ secrets: [other, secret] }).read(token))?.sub).toBe('cus_a');
  });

  it('is refused without a signature, or signed with the portal secret itself', async () => {
    const none = `${btoa('{"alg":"none","typ":"portico-session+jwt"}')}.${btoa('{"sub":"cus_a"}')}.`;
    const forged = await new SignJWT({ sub: 'cus_a' })
      .setProtectedHeader({ alg: 'HS256', typ: 'portico-session+jwt' })
      .setIssuer('portico')
      .setAudience('default')
      .setIssuedAt(1_000_000)
      .setExpirationTime(1_000_060)
      .sign(new TextEncoder().encode(secret));
    expect(await signer().read(none.replaceAll('=', ''))).toBeNull();
    expect(await signer().read(forged)).toBeNull();
  });
});

describe('a look at who signed a token', () => {
  it('knows it by any of the secrets, also once it has ended', async () => {
    const token = await signer().sign({ sub: 'cus_a' }, 1_000_060);
    expect(await signer({ now: () => 2_000_000 }).isSignedHere(token)).toBe(true);
    expect(await signer({ secrets: [other, secret] }).isSignedHere(token)).toBe(true);
    expect(await signer({ secrets: [secret, other] }).isSignedHere(token)).toBe(true);
  });

  it.each([
    ['another purpose', signer({ purpose: 'preview' })],
    ['another secret', signer({ secrets: [other] })],
  ])('knows nothing signed for or with %s', async (_, reader) => {
    const token = await signer().sign({ sub: 'cus_a' }, 1_000_060);
    expect(await reader.isSignedHere(token)).toBe(false);
  });

  it('knows nothing that was changed, wherever that was, or that is no token', async () => {
    const token = await signer().sign({ sub: 'cus_a' }, 1_000_060);
    const [header = '', payload = '', signature = ''] = token.split('.');
    const changed = [
      `${header}.${payload.slice(0, -1)}.${signature}`,
      `${header}${payload}.${signature}`,
      `x${token}`,
      `${header}.${payload}.${signature.slice(1)}`,
      `${header}.${payload}.${signature.slice(0, -1)}`,
      `${header}.${payload}.`,
      `${header}.${payload}.!`,
      `${header}.${payload}`,
      signature,
      '.',
      '',
    ];
    for (const one of changed) expect(await signer().isSignedHere(one), one).toBe(false);
  });
});

describe('a token that has the right key', () => {
  const key = new Uint8Array(hkdfSync('sha256', secret, '', 'portico session', 32));
  const sound = { iss: 'portico', aud: 'default', sub: 'cus_a', iat: 1_000_000, exp: 1_000_060 };
  const make = (claims: object, typ = 'portico-session+jwt') =>
    new SignJWT({ ...sound, ...claims }).setProtectedHeader({ alg: 'HS256', typ }).sign(key);

  it('is as the documents describe it, for any library', async () => {
    expect(await signer().read(await make({}))).toEqual(sound);
    const token = await signer().sign({ sub: 'cus_a' }, 1_000_060);
    expect(await jwtVerify(token, key, { currentDate: new Date(1_000_000_000) })).toMatchObject({
      payload: sound,
      protectedHeader: { alg: 'HS256', typ: 'portico-session+jwt' },
    });
  });

  it.each<[string, object, string?]>([
    ['no subject', { sub: undefined }],
    ['a subject that is no text', { sub: 7 }],
    ['no end', { exp: undefined }],
    ['no beginning', { iat: undefined }],
    ['another issuer', { iss: 'another' }],
    ['no issuer', { iss: undefined }],
    ['another portal', { aud: 'team' }],
    ['another purpose in its header', {}, 'portico-preview+jwt'],
  ])('still means nothing with %s', async (_, claims, typ) => {
    expect(await signer().read(await make(claims, typ))).toBeNull();
  });
});

describe('a portal without a secret', () => {
  it('signs no token, and reads none', async () => {
    const none = signer({ secrets: [] });
    await expect(none.sign({ sub: 'cus_a' }, 1_000_060)).rejects.toThrow('at least one secret');
    expect(await none.read(await signer().sign({ sub: 'cus_a' }, 1_000_060))).toBeNull();
  });
});
