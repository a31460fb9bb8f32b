/**
 * SPEC.md as a program, to judge the vectors by. It is written apart from the server's own
 * verifier, so that a mistake in one is not copied into the other.
 */
export interface SignIn {
  idType: 'customer' | 'email';
  id: string;
  hash: string;
}

export type Verdict = 'valid' | 'BadId' | 'BadSpelling' | 'WrongMac' | 'BadTime';

const MOST_AHEAD_SECONDS = 86_400;
const MOST_EMAIL_BYTES = 254;
const CUSTOMER_ID = /^cus_[A-Za-z0-9]{8,64}$/;
const EMAIL = /^[^@\s\p{Cc}]+@[^@\s\p{Cc}]+$/u;
const PLAIN = /^[0-9a-f]{64}$/;
const EXPIRING = /^v1\.(?<expires>0|[1-9][0-9]{0,14})\.(?<mac>[0-9a-f]{64})$/;

/** Begins as the message of an expiring hash does: never signed plain. */
const EXPIRING_MESSAGE = /^v1\.(customer|email)\./;

const encoder = new TextEncoder();

/** The verdict names the first step that refuses. `now` and `expires` are Unix seconds. */
export async function verify(signIn: SignIn, secrets: string[], now: number): Promise<Verdict> {
  if (!isId(signIn)) return 'BadId';
  const claim = readHash(signIn);
  if (claim === null) return 'BadSpelling';
  const matches = await Promise.all(secrets.map((secret) => isMacOf(claim, secret)));
  if (!matches.includes(true)) return 'WrongMac';
  if (claim.expires === null) return 'valid';
  const secondsLeft = claim.expires - now;
  return secondsLeft > 0 && secondsLeft <= MOST_AHEAD_SECONDS ? 'valid' : 'BadTime';
}

interface Claim {
  message: string;
  mac: string;
  expires: number | null;
}

function isId({ idType, id }: SignIn): boolean {
  if (idType === 'customer') return CUSTOMER_ID.test(id);
  return EMAIL.test(id) && isWellFormed(id) && encoder.encode(id).length <= MOST_EMAIL_BYTES;
}

/** A lone surrogate would be signed as U+FFFD, and so be taken for another id. */
function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}

function readHash({ idType, id, hash }: SignIn): Claim | null {
  if (PLAIN.test(hash))
    return EXPIRING_MESSAGE.test(id) ? null : { message: id, mac: hash, expires: null };
  const { expires, mac } = EXPIRING.exec(hash)?.groups ?? {};
  if (expires === undefined || mac === undefined) return null;
  return { message: `v1.${idType}.${expires}.${id}`, mac, expires: Number(expires) };
}

/** Web Crypto compares in constant time. */
async function isMacOf({ message, mac }: Claim, secret: string): Promise<boolean> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, [
    'verify',
  ]);
  return crypto.subtle.verify('HMAC', key, Buffer.from(mac, 'hex'), encoder.encode(message));
}
