/**
 * Verifies the `hash` that a site's backend made: HMAC-SHA256 with the portal secret (as UTF-8
 * text) over the id itself, or over `v1.<customer|email>.<expires>.<id>`. See snippets/SPEC.md.
 */
import type { Identity } from './identity.ts';

export const MAX_LIFETIME_S = 24 * 60 * 60;

export type HashRefusal =
  | 'malformed'
  | 'wrong-hash'
  | 'expired'
  | 'expires-too-far-ahead'
  | 'plain-not-accepted'
  | 'expiring-not-accepted'
  /** Near misses: right but for the way in which it is written. For the site owner's log only. */
  | 'right-but-upper-case'
  | 'right-but-with-white-space'
  | 'right-but-base64'
  | 'right-but-newline-was-signed';

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
const encoder = new TextEncoder();

export function createHashVerifier(options: HashVerifierOptions): HashVerifier {
  const keys = Promise.all(options.secrets.map(importKey));
  return {
    async verify(identity, hash) {
      const expiring = EXPIRING.exec(hash);
      if (expiring?.[1] && expiring[2]) {
        const message = `v1.${identity.type}.${expiring[1]}.${identity.id}`;
        if (!(await matches(await keys, fromHex(expiring[2]), message)))
          return refuse('wrong-hash');
        if (options.accepted === 'plain') return refuse('expiring-not-accepted');
        return withinLifetime(Number(expiring[1]), options.now());
      }
      if (LOOKS_LIKE_EXPIRING_MESSAGE.test(identity.id)) return refuse('malformed');
      if (!PLAIN.test(hash)) return refuse(await nearMiss(await keys, identity.id, hash));
      if (!(await matches(await keys, fromHex(hash), identity.id))) {
        return refuse(await nearMiss(await keys, identity.id, hash));
      }
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
  const key = await importKey(secret);
  if (expires === null) return toHex(await sign(key, identity.id));
  return `v1.${expires}.${toHex(await sign(key, `v1.${identity.type}.${expires}.${identity.id}`))}`;
}

function withinLifetime(expires: number, now: number): HashVerdict {
  if (expires <= now) return refuse('expired');
  return expires > now + MAX_LIFETIME_S ? refuse('expires-too-far-ahead') : { ok: true };
}

async function nearMiss(keys: CryptoKey[], id: string, hash: string): Promise<HashRefusal> {
  const trimmed = hash.trim();
  const isRight = async (text: string, message: string): Promise<boolean> =>
    PLAIN.test(text) && (await matches(keys, fromHex(text), message));
  if (trimmed !== hash && (await isRight(trimmed, id))) return 'right-but-with-white-space';
  if (await isRight(trimmed.toLowerCase(), id)) return 'right-but-upper-case';
  if (await isRight(trimmed.toLowerCase(), `${id}\n`)) return 'right-but-newline-was-signed';
  const decoded = fromBase64(trimmed);
  if (decoded && (await matches(keys, decoded, id))) return 'right-but-base64';
  return PLAIN.test(hash) ? 'wrong-hash' : 'malformed';
}

async function matches(
  keys: CryptoKey[],
  signature: Uint8Array<ArrayBuffer>,
  message: string,
): Promise<boolean> {
  const bytes = encoder.encode(message);
  const results = await Promise.all(
    keys.map((key) => crypto.subtle.verify('HMAC', key, signature, bytes)),
  );
  return results.includes(true);
}

function importKey(secret: string): Promise<CryptoKey> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  return crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, [
    'sign',
    'verify',
  ]);
}

async function sign(key: CryptoKey, message: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(message)));
}

function fromHex(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(binary, (char) => char.charCodeAt(0));
  } catch {
    return null;
  }
}

function refuse(refusal: HashRefusal): HashVerdict {
  return { ok: false, refusal };
}
