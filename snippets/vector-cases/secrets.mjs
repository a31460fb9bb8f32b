/** What counts as the key: rotation, and secrets that invite decoding. */
import {
  EMAIL,
  EXPIRES,
  OTHER_SECRET,
  RETIRED_SECRET,
  SECRET,
  customer,
  email,
  expiringMessage,
  hmacHex,
  invalid,
  sign,
  valid,
} from './signing.mjs';

const ROTATION = { flags: ['Rotation'] };

/** For two secrets, the new one first: `[SECRET, OTHER_SECRET]`. */
export function rotationCases() {
  const older = { ...ROTATION, secret: OTHER_SECRET };
  const flags = ['WrongMac', 'Rotation'];
  const both = SECRET + OTHER_SECRET;
  return [
    valid('expiring, new secret', customer(EXPIRES), ROTATION),
    valid('expiring, old secret', customer(EXPIRES), older),
    valid('an email, old secret', email(EXPIRES, 'ren\u00e9e@example.com'), older),
    valid('plain, new secret', email(null), ROTATION),
    valid('plain, old secret', email(null), older),
    invalid('a retired secret', customer(EXPIRES), {
      flags,
      hash: sign(RETIRED_SECRET, customer(EXPIRES)),
    }),
    invalid('plain, a retired secret', email(null), {
      flags,
      hash: sign(RETIRED_SECRET, email(null)),
    }),
    invalid('both secrets as one', email(null), { flags, hash: hmacHex(both, EMAIL) }),
    invalid('both secrets with a comma', email(null), {
      flags,
      hash: hmacHex(`${SECRET},${OTHER_SECRET}`, EMAIL),
    }),
    invalid('half a MAC of each', email(null), {
      flags,
      hash: hmacHex(SECRET, EMAIL).slice(0, 32) + hmacHex(OTHER_SECRET, EMAIL).slice(32),
    }),
    invalid('an empty secret', email(null), { flags, hash: hmacHex('', EMAIL) }),
  ];
}

/** A secret of hex digits, and longer than SHA-256's block of 64 bytes. */
export const HEX_SECRET = `prt_test_${hmacHex('Portico test vectors', 'a secret of hex digits')}`;

export function hexSecretCases() {
  const bare = HEX_SECRET.slice('prt_test_'.length);
  const keys = {
    'the hex digits decoded': Buffer.from(bare, 'hex'),
    'the digits without the prefix': bare,
    'the first 64 bytes': HEX_SECRET.slice(0, 64),
    'decoded as base64': Buffer.from(bare, 'base64'),
    'in upper case': HEX_SECRET.toUpperCase(),
  };
  return secretCases(HEX_SECRET, keys);
}

/** Portico makes none like it; but a key that is text is text in every letter. */
export const NON_ASCII_SECRET = 'geheim-\u00fc\u65e5\u{1f511}-geheim-geheim-geheim';

export function nonAsciiSecretCases() {
  return secretCases(NON_ASCII_SECRET, {
    'in Latin-1': Buffer.from(NON_ASCII_SECRET, 'latin1'),
    'in UTF-16': Buffer.from(NON_ASCII_SECRET, 'utf16le'),
    decomposed: NON_ASCII_SECRET.normalize('NFD'),
  });
}

function secretCases(secret, wrongKeys) {
  const options = { secret, flags: ['SecretAsText'] };
  const flags = ['WrongMac', 'SecretAsText'];
  const message = expiringMessage(customer(EXPIRES));
  return [
    valid('plain', email(null), options),
    valid('expiring', customer(EXPIRES), options),
    valid('expiring, an email outside ASCII', email(EXPIRES, 'ren\u00e9e@example.com'), options),
    ...Object.entries(wrongKeys).map(([comment, key]) =>
      invalid(`the secret ${comment}`, customer(EXPIRES), {
        flags,
        hash: `v1.${EXPIRES}.${hmacHex(key, message)}`,
      }),
    ),
  ];
}
