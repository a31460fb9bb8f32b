import { SignJWT, errors, jwtVerify, type JWTPayload } from 'jose';

/** Signs and reads the short-lived tokens that this server hands out and takes back. */
export interface TokenSigner {
  sign(payload: JWTPayload, expiresAt: number): Promise<string>;
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
  return {
    async sign(payload, expiresAt) {
      const [key] = await keys;
      if (!key) throw new Error('A portal needs at least one secret.');
      return new SignJWT(payload)
        .setProtectedHeader({ alg: ALGORITHM, typ })
        .setIssuer(ISSUER)
        .setAudience(options.portal)
        .setIssuedAt(options.now())
        .setExpirationTime(expiresAt)
        .sign(key);
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
async function deriveKey(secret: string, purpose: string): Promise<CryptoKey> {
  const encoder = new TextEncoder();
  const material = await crypto.subtle.importKey('raw', encoder.encode(secret), 'HKDF', false, [
    'deriveKey',
  ]);
  return crypto.subtle.deriveKey(
    {
      name: 'HKDF',
      hash: 'SHA-256',
      salt: new Uint8Array(),
      info: encoder.encode(`portico ${purpose}`),
    },
    material,
    { name: 'HMAC', hash: 'SHA-256', length: 256 },
    false,
    ['sign', 'verify'],
  );
}
