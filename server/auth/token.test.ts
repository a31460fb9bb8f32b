import { SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { issueSession } from './session.ts';
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

describe('a session', () => {
  it('lasts ten minutes, and never past eight hours after the hash', async () => {
    const session = { customerId: 'cus_a', startedAt: 1_000_000 };
    const late = 1_000_000 + 8 * 3600 - 60;
    expect((await issueSession(signer(), session, 1_000_000)).expiresAt).toBe(1_000_600);
    expect((await issueSession(signer(), session, late)).expiresAt).toBe(1_000_000 + 8 * 3600);
  });
});
