/**
 * What a site's backend did a little differently, where its hash is refused: for the owner's log, and
 * never for the answer. Each is what somebody once sent to a service of this kind.
 */
import { createHmacKey, fromBase64, fromHex, isSame, sha256, utf8, type Bytes } from '../digest.ts';
import type { Identity } from './identity.ts';

export const NEAR_MISSES = {
  'upper-case': 'The hash is right, but it must be in lower case.',
  'white-space': 'The hash is right, but there is white space or a line break around it.',
  prefix: 'The hash is right, but there is something before it (0x, sha256=) or quotes around it.',
  base64: 'The hash is right, but it must be hex, not base64.',
  base64url: 'The hash is right, but it must be hex, not base64url.',
  'newline-signed':
    'The hash is of the id and a line break. Use `printf %s` in place of `echo`, or trim the id.',
  'quotes-signed': 'The hash is of the id in quotes, as JSON writes it. Sign the id itself.',
  'lower-case-signed': 'The hash is of the id in lower case. Sign the id just as it is sent.',
  'other-id-signed':
    'Both customerId and email were sent, and the hash is right for one. Send only that one.',
  'other-type-signed':
    'The hash is right for an id of the other type: sign v1.customer.… for customerId, v1.email.… for email.',
  'type-left-out': 'The hash is of <expires>.<id>. Sign v1.<customer or email>.<expires>.<id>.',
  'plain-in-expiring': 'The hash is of the id alone, but is sent as v1.<expires>.…',
  'plain-sha256':
    'The hash is a SHA-256 of secret and id joined. Use HMAC-SHA256, with the secret as its key.',
  swapped: 'Key and message are swapped: the secret is the key, the id is the message.',
  'secret-without-prefix': 'The key must be the whole secret, with its prt_…_ prefix, as text.',
  'secret-decoded': 'The secret is not to be decoded: its text, prefix included, is the key.',
  'secret-with-newline': 'There is a line break at the end of the secret in your backend.',
} as const;

export type NearMiss = keyof typeof NEAR_MISSES;

interface Refused {
  identity: Identity;
  hash: string;
  /** The id that was sent beside the other, where both were. */
  beside?: Identity | undefined;
}

/**
 * The slip that explains a bad hash; null where none does, or where nothing is wrong with it. What
 * is right comes before every slip. It does all the work whatever it finds.
 */
export async function findNearMiss(
  secrets: readonly string[],
  { identity, hash, beside }: Refused,
): Promise<NearMiss | null> {
  const readings = readingsOf(hash);
  const slips = await Promise.all(
    secrets.flatMap((secret) =>
      [...new Set(readings.map(({ expires }) => expires))].map(async (expires) => {
        const made = [
          ...makings(secret, identity, expires),
          ...(beside ? [one('other-id-signed', secret, messageOf(beside, expires))] : []),
        ];
        return Promise.all(made.map(async (making) => ({ expires, ...(await making) })));
      }),
    ),
  );
  const found = slips
    .flat(2)
    .flatMap((slip) =>
      readings
        .filter(({ expires, mac }) => expires === slip.expires && isSame(mac, slip.mac))
        .map(({ slip: spelling }) => slip.slip ?? spelling),
    );
  return found[0] ?? null;
}

interface Reading {
  mac: Bytes;
  /** As it stands in the hash; null for the plain form. */
  expires: string | null;
  slip: NearMiss | null;
}

/** All that a hash might have been meant to say. */
function readingsOf(hash: string): Reading[] {
  const short = hash.slice(0, 200);
  const trimmed = short.trim();
  const bare = trimmed.replace(/^(?:0x|sha256=|v1=)/i, '').replace(/^(["'])(.*)\1$/, '$2');
  const spelled: [string, NearMiss | null][] = [
    [short, null],
    [trimmed, 'white-space'],
    [bare, 'prefix'],
    [bare.toLowerCase(), 'upper-case'],
  ];
  const readings: Reading[] = [];
  for (const [text, slip] of spelled) {
    const [, expires = null, mac] = /^(?:v1\.(\d{1,15})\.)?([0-9a-f]{64})$/.exec(text) ?? [];
    if (mac !== undefined) readings.push({ mac: fromHex(mac), expires, slip });
  }
  const [, expires = null, packed = ''] =
    /^(?:v1\.(\d{1,15})\.)?([\w+/=-]{43,44})$/.exec(bare) ?? [];
  const mac = fromBase64(packed);
  const slip = /[-_]/.test(packed) || packed.length === 43 ? 'base64url' : 'base64';
  if (mac?.length === 32) readings.push({ mac, expires, slip });
  return readings;
}

interface Making {
  mac: Bytes;
  slip: NearMiss | null;
}

/** What could have come out of a backend for this id: rightly first, then with each slip. */
function makings(secret: string, identity: Identity, expires: string | null): Promise<Making>[] {
  const { type, id } = identity;
  const message = messageOf(identity, expires);
  const random = secret.replace(/^prt_(?:test|live)_/, '');
  const decoded = fromBase64(random);
  const otherType = type === 'customer' ? 'email' : 'customer';
  return [
    one(null, secret, message),
    one('newline-signed', secret, `${message}\n`),
    one('quotes-signed', secret, messageOf({ type, id: JSON.stringify(id) }, expires)),
    one('lower-case-signed', secret, messageOf({ type, id: id.toLowerCase() }, expires)),
    ...(expires === null
      ? []
      : [
          one('other-type-signed', secret, messageOf({ type: otherType, id }, expires)),
          one('type-left-out', secret, `${expires}.${id}`),
          one('plain-in-expiring', secret, id),
        ]),
    hashed('plain-sha256', secret + message),
    hashed('plain-sha256', message + secret),
    one('swapped', message, secret),
    one('secret-without-prefix', random, message),
    ...(decoded ? [one('secret-decoded', decoded, message)] : []),
    one('secret-with-newline', `${secret}\n`, message),
  ];
}

function messageOf({ type, id }: Identity, expires: string | null): string {
  return expires === null ? id : `v1.${type}.${expires}.${id}`;
}

async function one(slip: NearMiss | null, key: string | Bytes, message: string): Promise<Making> {
  const bytes = typeof key === 'string' ? utf8(key) : key;
  return { slip, mac: await createHmacKey(bytes).sign(utf8(message)) };
}

async function hashed(slip: NearMiss, text: string): Promise<Making> {
  return { slip, mac: await sha256(text) };
}
