import { errors, jwtVerify, type JWTPayload } from 'jose';
import { createHmacKey, fromBase64, toBase64Url, utf8, type Bytes } from '../digest.ts';

/**
 * Signs and reads the short-lived tokens that this server hands out and takes back. They are read by
 * jose, where all the traps of JSON Web Tokens are. They are signed here, because jose can only ask
 * Web Crypto, and that wait was a third of the time of a sign-in (bench/, new session).
 */
export interface TokenSigner {
  sign(payload: JWTPayload, expiresAt: number): Promise<string>;
  /**
   * Whether it was signed here, whatever became of it since: a quick look, before anything of a token
   * is parsed. It says nothing of whether the token may be used.
   */
  isSignedHere(token: string): Promise<boolean>;
  /** Null for anything that is not a token of ours, of this purpose and portal, and still valid. */
  read(token: string): Promise<(JWTPayload & { sub: string }) | null>;
}

interface TokenSignerOptions {
  /** What the token is for: a session is no preview. Part of the key and of the header. */
  purpose: 'session' | 'preview';
  /** The portal that issued it; a token of one portal means nothing at another. */
  portal: string;
  /** The first signs, all may verify, so that secrets can be replaced without ending sessions. */
  secrets: readonly string[];
  now: () => number;
}

const ALGORITHM = 'HS256';
const ISSUER = 'portico';

export function createTokenSigner(options: TokenSignerOptions): TokenSigner {
  const keys = Promise.all(options.secrets.map((secret) => deriveKey(secret, options.purpose)));
  const typ = `portico-${options.purpose}+jwt`;
  const header = toBase64Url(utf8(JSON.stringify({ alg: ALGORITHM, typ })));
  const signers = keys.then((secrets) => secrets.map(createHmacKey));
  return {
    async sign(payload, expiresAt) {
      const [key] = await signers;
      if (!key) throw new Error('A portal needs at least one secret.');
      const claims = { iss: ISSUER, aud: options.portal, iat: options.now(), exp: expiresAt };
      // The compact form of RFC 7515, 7.1.
      const signed = `${header}.${toBase64Url(utf8(JSON.stringify({ ...payload, ...claims })))}`;
      return `${signed}.${toBase64Url(await key.sign(utf8(signed)))}`;
    },
    async isSignedHere(token) {
      const end = token.lastIndexOf('.');
      const signature = fromBase64(token.slice(end + 1));
      if (end < 0 || !signature) return false;
      const signed = utf8(token.slice(0, end));
      for (const key of await signers) {
        if (await key.verify(signature, signed)) return true;
      }
      return false;
    },
    async read(token) {
      for (const key of await keys) {
        try {
          const { payload } = await jwtVerify(token, key, {
            algorithms: [ALGORITHM],
            typ,
            issuer: ISSUER,
            audience: options.portal,
            requiredClaims: ['sub', 'exp', 'iat'],
            currentDate: new Date(options.now() * 1000),
          });
          return typeof payload.sub === 'string' ? { ...payload, sub: payload.sub } : null;
        } catch (error) {
          if (!(error instanceof errors.JWSSignatureVerificationFailed)) return null;
        }
      }
      return null;
    },
  };
}

/** A key of its own per purpose (HKDF, RFC 5869), so that the portal secret itself signs only hashes. */
async function deriveKey(secret: string, purpose: string): Promise<Bytes> {
  const { subtle } = crypto;
  const material = await subtle.importKey('raw', utf8(secret), 'HKDF', false, ['deriveBits']);
  const derivation = {
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(),
    info: utf8(`portico ${purpose}`),
  };
  return new Uint8Array(await subtle.deriveBits(derivation, material, 256));
}
