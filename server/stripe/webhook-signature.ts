import { createHmacKey, fromHex, isSame, utf8, type Bytes } from '../digest.ts';

const TOLERANCE_S = 300;
/** Two secrets at once make two proofs; nobody has twenty. */
const MAX_PROOFS = 20;
const MAX_HEADER_LENGTH = 2_000;

/** What a `Stripe-Signature` header says. */
export interface WebhookSignature {
  signedAt: number;
  /** Each is of one secret of the endpoint: several while one is being replaced. */
  proofs: Bytes[];
}

/**
 * One time, at least one `v1`, in one spelling; other schemes are passed over. Null for anything
 * else, and for a time more than five minutes away: Stripe's SDK refuses the old but takes what
 * comes from the future.
 * @see https://docs.stripe.com/webhooks#verify-manually
 */
export function readSignature(header: string, now: number): WebhookSignature | null {
  if (header.length > MAX_HEADER_LENGTH) return null;
  const times: string[] = [];
  const proofs: Bytes[] = [];
  for (const part of header.split(',')) {
    const [, scheme = '', value = ''] = /^(\w{1,16})=([\w+/=.-]+)$/.exec(part) ?? [];
    if (scheme === '') return null;
    if (scheme === 't') times.push(value);
    if (scheme !== 'v1') continue;
    if (!/^[\da-f]{64}$/.test(value)) return null;
    proofs.push(fromHex(value));
  }
  const [time = '', another] = times;
  if (another !== undefined || !/^[1-9]\d{0,11}$/.test(time)) return null;
  if (proofs.length === 0 || proofs.length > MAX_PROOFS) return null;
  const signedAt = Number(time);
  return Math.abs(now - signedAt) <= TOLERANCE_S ? { signedAt, proofs } : null;
}

/** Whether one of the proofs is that of one of our secrets, over the body as it came, to the byte. */
export type SignatureCheck = (signature: WebhookSignature, body: Uint8Array) => Promise<boolean>;

/** @param createKey for its test */
export function createSignatureCheck(
  secrets: readonly string[],
  createKey = createHmacKey,
): SignatureCheck {
  const keys = secrets.map((secret) => createKey(utf8(secret)));
  return async ({ signedAt, proofs }, body) => {
    const time = utf8(`${signedAt}.`);
    const signed = new Uint8Array(time.length + body.length);
    signed.set(time);
    signed.set(body, time.length);
    for (const key of keys) {
      // Once for each secret: a body is long, and hashing it anew for every proof holds up everybody.
      const right = await key.sign(signed);
      if (proofs.some((proof) => isSame(proof, right))) return true;
    }
    return false;
  };
}
