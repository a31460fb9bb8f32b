import { describe, expect, it } from 'vitest';
import { issueSession, readSession } from './session.ts';
import type { TokenSigner } from './token.ts';

const START = 1_000_000;
const END = START + 8 * 3600;
const sound = { sub: 'cus_aaaaaaaa', auth_time: START, exp: START + 600 };

/** A signer whose tokens all say the same: what a token may say is the session's part. */
function saying(payload: Awaited<ReturnType<TokenSigner['read']>>): TokenSigner {
  return {
    sign: async (claims, exp) => JSON.stringify({ ...claims, exp }),
    isSignedHere: async () => true,
    read: async () => payload,
  };
}

describe('a session', () => {
  it('lasts ten minutes, and never past eight hours after the hash', async () => {
    const session = { customerId: 'cus_aaaaaaaa', startedAt: START };
    const issue = (now: number) => issueSession(saying(null), session, now);
    expect(await issue(START)).toEqual({ token: JSON.stringify(sound), expiresAt: START + 600 });
    expect((await issue(END - 601)).expiresAt).toBe(END - 1);
    expect((await issue(END - 60)).expiresAt).toBe(END);
  });

  it('is whose the token says, until the token ends', async () => {
    const read = (now: number) => readSession(saying(sound), 'token', now);
    const session = { customerId: 'cus_aaaaaaaa', startedAt: START, expiresAt: START + 600 };
    expect(await read(START)).toEqual(session);
    expect(await read(START + 599)).toEqual(session);
    expect(await read(START + 600)).toBeNull();
  });

  it('ends eight hours after the hash, whatever end the token has', async () => {
    const read = (now: number) => readSession(saying({ ...sound, exp: END + 600 }), 'token', now);
    expect((await read(END - 1))?.expiresAt).toBe(END);
    expect(await read(END)).toBeNull();
  });

  it.each<[string, object]>([
    ['a subject that is no customer', { sub: 'price_aaaaaaaa' }],
    ['an empty subject', { sub: '' }],
    ['no time of the hash', { auth_time: undefined }],
    ['a time of the hash that is text', { auth_time: String(START) }],
    ['no end', { exp: undefined }],
  ])('is none with %s', async (_, changes) => {
    expect(await readSession(saying({ ...sound, ...changes }), 'token', START)).toBeNull();
  });

  it('is none where the token is none', async () => {
    expect(await readSession(saying(null), 'token', START)).toBeNull();
  });
});
