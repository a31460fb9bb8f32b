import { describe, expect, it } from 'vitest';
import { readCases } from '../../snippets/read-vectors.ts';
import { isCustomerId, isEmail } from './identity.ts';
import { createHashVerifier, signHash } from './signature.ts';

const secret = 'prt_test_q3Zp1mX9vT7bYk2LwR8sNcE5uHdJfA0gKoVxBiMPyQt';
const now = 1_790_000_000;

describe('the hash verifier', () => {
  it('agrees with every vector of snippets/vectors.json', async () => {
    const wrong: string[] = [];
    for (const vector of readCases()) {
      const verifier = createHashVerifier({
        secrets: vector.secrets,
        accepted: 'both',
        now: () => vector.now,
      });
      const isSound = vector.idType === 'customer' ? isCustomerId(vector.id) : isEmail(vector.id);
      const verdict = isSound
        ? await verifier.verify({ type: vector.idType, id: vector.id }, vector.hash)
        : { ok: false };
      if (verdict.ok !== (vector.result === 'valid'))
        wrong.push(`${vector.tcId} ${vector.comment}`);
    }
    expect(wrong).toEqual([]);
  });

  const identity = { type: 'customer', id: 'cus_NffrFeUfNV2Hib' } as const;

  it('takes only the form that the portal accepts', async () => {
    const plain = await signHash(secret, identity, null);
    const expiring = await signHash(secret, identity, now + 60);
    const verify = (accepted: 'plain' | 'expiring', hash: string) =>
      createHashVerifier({ secrets: [secret], accepted, now: () => now }).verify(identity, hash);
    expect(await verify('expiring', plain)).toEqual({ ok: false, refusal: 'plain-not-accepted' });
    expect(await verify('plain', expiring)).toEqual({
      ok: false,
      refusal: 'expiring-not-accepted',
    });
    expect(await verify('plain', plain)).toEqual({ ok: true });
    expect(await verify('expiring', expiring)).toEqual({ ok: true });
  });

  it('never takes an id plain that is the message of an expiring hash', async () => {
    const email = { type: 'email', id: `v1.email.${now + 60}.ada@example.com` } as const;
    const verifier = createHashVerifier({ secrets: [secret], accepted: 'both', now: () => now });
    expect((await verifier.verify(email, await signHash(secret, email, null))).ok).toBe(false);
  });

  it('takes an id plain that only has such words in it', async () => {
    const email = { type: 'email', id: `x.v1.email.${now + 60}.ada@example.com` } as const;
    const verifier = createHashVerifier({ secrets: [secret], accepted: 'both', now: () => now });
    expect(await verifier.verify(email, await signHash(secret, email, null))).toEqual({ ok: true });
  });

  it('says what is wrong, for the log', async () => {
    const verifier = createHashVerifier({ secrets: [secret], accepted: 'both', now: () => now });
    const other = { type: 'customer', id: 'cus_aaaaaaaa' } as const;
    const refusal = async (hash: string | Promise<string>) =>
      verifier
        .verify(identity, await hash)
        .then((verdict) => (verdict.ok ? null : verdict.refusal));
    expect(await refusal('')).toBe('malformed');
    expect(await refusal('v1.x.y')).toBe('malformed');
    expect(await refusal(signHash(secret, other, null))).toBe('wrong-hash');
    expect(await refusal(signHash(secret, other, now + 60))).toBe('wrong-hash');
    expect(await refusal(signHash(secret, identity, now))).toBe('expired');
    expect(await refusal(signHash(secret, identity, now + 1))).toBeNull();
    expect(await refusal(signHash(secret, identity, now + 86_400))).toBeNull();
    expect(await refusal(signHash(secret, identity, now + 86_401))).toBe('expires-too-far-ahead');
  });
});
