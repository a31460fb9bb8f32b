/**
 * Verifies the `hash` that a site's backend made: HMAC-SHA256 with the portal secret (as UTF-8
 * text) over the id itself, or over `v1.<customer|email>.<expires>.<id>`. See snippets/SPEC.md.
 */
import { createHmacKey, fromHex, toHex, utf8, type Bytes, type HmacKey } from '../digest.ts';
import type { Identity } from './identity.ts';

export const MAX_LIFETIME_S = 24 * 60 * 60;

export type HashRefusal =
  | 'malformed'
  | 'wrong-hash'
  | 'expired'
  | 'expires-too-far-ahead'
  | 'plain-not-accepted'
  | 'expiring-not-accepted';

export type HashVerdict = { ok: true } | { ok: false; refusal: HashRefusal };

export interface HashVerifier {
  verify(identity: Identity, hash: string): Promise<HashVerdict>;
}

/** Which of the two forms a portal takes. */
export type AcceptedHashes = 'both' | 'plain' | 'expiring';

interface HashVerifierOptions {
  /** Every secret that is valid now; several while one is being replaced. */
  secrets: readonly string[];
  accepted: AcceptedHashes;
  now: () => number;
}

const PLAIN = /^[0-9a-f]{64}$/;
const EXPIRING = /^v1\.(0|[1-9][0-9]{0,14})\.([0-9a-f]{64})$/;
/**
 * `v1.email.1790000000.ada@example.com` is itself an email address. A site that signs plain hashes
 * over whatever its users register would sign an expiring hash for Ada with it. So such an id is
 * never taken plain, our snippets refuse to sign it, and SPEC.md tells what else to do.
 */
const LOOKS_LIKE_EXPIRING_MESSAGE = /^v1\.(customer|email)\./;

export function createHashVerifier(options: HashVerifierOptions): HashVerifier {
  const keys = options.secrets.map((secret) => createHmacKey(utf8(secret)));
  return {
    async verify(identity, hash) {
      const expiring = EXPIRING.exec(hash);
      if (expiring?.[1] && expiring[2]) {
        const message = `v1.${identity.type}.${expiring[1]}.${identity.id}`;
        if (!(await matches(keys, fromHex(expiring[2]), message))) {
          return refuse('wrong-hash');
        }
        if (options.accepted === 'plain') return refuse('expiring-not-accepted');
        return withinLifetime(Number(expiring[1]), options.now());
      }
      if (LOOKS_LIKE_EXPIRING_MESSAGE.test(identity.id) || !PLAIN.test(hash)) {
        return refuse('malformed');
      }
      if (!(await matches(keys, fromHex(hash), identity.id))) return refuse('wrong-hash');
      return options.accepted === 'expiring' ? refuse('plain-not-accepted') : { ok: true };
    },
  };
}

/** Signs as the snippets do; for the demo and for tests. `expires` null makes the plain form. */
export async function signHash(
  secret: string,
  identity: Identity,
  expires: number | null,
): Promise<string> {
  const key = createHmacKey(utf8(secret));
  if (expires === null) return toHex(await key.sign(utf8(identity.id)));
  const message = utf8(`v1.${identity.type}.${expires}.${identity.id}`);
  return `v1.${expires}.${toHex(await key.sign(message))}`;
}

function withinLifetime(expires: number, now: number): HashVerdict {
  if (expires <= now) return refuse('expired');
  return expires > now + MAX_LIFETIME_S ? refuse('expires-too-far-ahead') : { ok: true };
}

async function matches(
  keys: readonly HmacKey[],
  signature: Bytes,
  message: string,
): Promise<boolean> {
  const bytes = utf8(message);
  const results = await Promise.all(keys.map((key) => key.verify(signature, bytes)));
  return results.includes(true);
}

function refuse(refusal: HashRefusal): HashVerdict {
  return { ok: false, refusal };
}
