/** Plain hashes: which ids are accepted, and every near miss of the 64 digits. */
import { createHash, createHmac } from 'node:crypto';
import {
  CUSTOMER,
  EMAIL,
  EXPIRES,
  OTHER_SECRET,
  SECRET,
  customer,
  email,
  expiringMessage,
  hmacHex,
  invalid,
  sign,
  valid,
} from './signing.mjs';

const RIGHT = sign(SECRET, email(null));
const RIGHT_BASE64 = Buffer.from(RIGHT, 'hex').toString('base64');

export function plainCases() {
  return [...accepted(), ...misspelled(), ...confused(), ...weak()];
}

function accepted() {
  const exact = { flags: ['ExactBytes'] };
  const edge = { flags: ['Boundary'] };
  return [
    valid('a customer id', customer(null)),
    valid('the shortest customer id', customer(null, 'cus_8letters'), edge),
    valid('the longest customer id', customer(null, `cus_${'Ab1'.repeat(21)}Z`), edge),
    valid('an email', email(null)),
    valid('the shortest email', email(null, 'a@b'), edge),
    valid('upper case is kept', email(null, 'Ada@Example.COM'), exact),
    valid('a plus tag and dots are kept', email(null, 'a.d.a+shop@example.com'), exact),
    valid('a domain in punycode', email(null, 'ada@xn--bcher-kva.example'), exact),
    valid(
      'letters that shells and templates like',
      email(null, `o'hara+{$x}%s&amp;\\@example.com`),
    ),
    valid('an email that begins like a customer id', email(null, `${CUSTOMER}@example.com`)),
    valid('an email that begins with v1.', email(null, 'v1.ada@example.com'), edge),
    valid(
      'an email that begins almost like the message',
      email(null, 'v1.email@example.com'),
      edge,
    ),
    valid('e with acute, composed', email(null, 'ren\u00e9e@example.com'), exact),
    valid('e with acute, decomposed', email(null, 'rene\u0301e@example.com'), exact),
    valid('sharp s', email(null, 'strau\u00df@example.com'), exact),
    valid('dotless i', email(null, '\u0131rmak@example.com'), exact),
    valid('full-width letters', email(null, '\uff41\uff44\uff41@example.com'), exact),
    valid('Japanese', email(null, '\u65e5\u672c@example.jp')),
    valid('Hebrew, right to left', email(null, '\u05e9\u05dc\u05d5\u05dd@example.co.il')),
    valid(
      'Arabic on both sides',
      email(null, '\u0645\u062b\u0627\u0644@\u0645\u062b\u0627\u0644.example'),
    ),
    valid('an emoji above U+FFFF', email(null, '\u{1f642}@example.com')),
    valid('an emoji joined from three', email(null, '\u{1f469}\u200d\u{1f4bb}@example.com')),
    valid('254 bytes', email(null, `${'a'.repeat(242)}@example.com`), edge),
    valid('254 bytes, 133 letters', email(null, `${'\u00e9'.repeat(121)}@example.com`), edge),
  ];
}

function misspelled() {
  const spellings = {
    'upper-case hex': RIGHT.toUpperCase(),
    'the first letter in upper case': RIGHT.replace(/[a-f]/, (digit) => digit.toUpperCase()),
    base64: RIGHT_BASE64,
    base64url: RIGHT_BASE64.replaceAll('+', '-').replaceAll('/', '_').replace('=', ''),
    'base64 of the hex': Buffer.from(RIGHT).toString('base64'),
    'with 0x': `0x${RIGHT}`,
    'with sha256=': `sha256=${RIGHT}`,
    'a space before': ` ${RIGHT}`,
    'a space after': `${RIGHT} `,
    'a space within': `${RIGHT.slice(0, 32)} ${RIGHT.slice(32)}`,
    'a tab before': `\t${RIGHT}`,
    'a newline after': `${RIGHT}\n`,
    'a newline before': `\n${RIGHT}`,
    'a carriage return and newline after': `${RIGHT}\r\n`,
    'a NUL after': `${RIGHT}\u0000`,
    'a byte order mark before': `\ufeff${RIGHT}`,
    'in quotes': `"${RIGHT}"`,
    'bytes parted by colons': RIGHT.match(/../g).join(':'),
    'a digit short: odd length': RIGHT.slice(0, 63),
    'a byte short': RIGHT.slice(0, 62),
    'the first half': RIGHT.slice(0, 32),
    'a digit too many: odd length': `${RIGHT}0`,
    'a byte too many': `${RIGHT}00`,
    'a byte too many in front': `00${RIGHT}`,
    doubled: RIGHT + RIGHT,
    'the last byte is not hex': `${RIGHT.slice(0, 62)}zz`,
    'full-width digits': RIGHT.replace(/[0-9]/g, (d) => String.fromCharCode(0xff10 + Number(d))),
    empty: '',
    null: 'null',
    'a dot after': `${RIGHT}.`,
    'two hashes in a list': `${RIGHT},${RIGHT}`,
  };
  const flags = ['BadSpelling', 'Encoding'];
  return Object.entries(spellings).map(([comment, hash]) =>
    invalid(comment, email(null), { flags, hash }),
  );
}

function confused() {
  const flags = ['WrongMac', 'Confusion'];
  const exact = ['WrongMac', 'ExactBytes'];
  const of = (subject) => sign(SECRET, subject);
  const composed = email(null, 'ren\u00e9e@example.com');
  const decomposed = email(null, 'rene\u0301e@example.com');
  return [
    invalid('the hash of another email', email(null), {
      flags,
      hash: of(email(null, 'eve@example.com')),
    }),
    invalid('the hash of another customer', customer(null), {
      flags,
      hash: of(customer(null, 'cus_NffrFeUfNV2Hia')),
    }),
    invalid('the hash of the email for the customer id', customer(null), { flags, hash: RIGHT }),
    invalid('the hash of the customer id for the email', email(null), {
      flags,
      hash: of(customer(null)),
    }),
    invalid('the expiring MAC without its frame', email(null), {
      flags,
      hash: hmacHex(SECRET, expiringMessage(email(EXPIRES))),
    }),
    invalid('the expiring MAC of a customer without its frame', customer(null), {
      flags,
      hash: hmacHex(SECRET, expiringMessage(customer(EXPIRES))),
    }),
    invalid('the hash of the lower-case email', email(null, 'Ada@Example.COM'), {
      flags: exact,
      hash: RIGHT,
    }),
    invalid('the hash of the upper-case email', email(null), {
      flags: exact,
      hash: of(email(null, 'ADA@EXAMPLE.COM')),
    }),
    invalid('the hash of the customer id in lower case', customer(null), {
      flags: exact,
      hash: hmacHex(SECRET, CUSTOMER.toLowerCase()),
    }),
    invalid('composed, with the hash of the decomposed', composed, {
      flags: exact,
      hash: of(decomposed),
    }),
    invalid('decomposed, with the hash of the composed', decomposed, {
      flags: exact,
      hash: of(composed),
    }),
    invalid('sharp s, with the hash of ss', email(null, 'strau\u00df@example.com'), {
      flags: exact,
      hash: of(email(null, 'strauss@example.com')),
    }),
    invalid('full width, with the hash of ASCII', email(null, '\uff41\uff44\uff41@example.com'), {
      flags: exact,
      hash: RIGHT,
    }),
    invalid('a plus tag, with the hash of the bare email', email(null, 'ada+x@example.com'), {
      flags: exact,
      hash: RIGHT,
    }),
  ];
}

function weak() {
  const sha256 = (text) => createHash('sha256').update(text).digest('hex');
  const umlaut = email(null, 'ren\u00e9e@example.com');
  const macs = {
    'another secret': hmacHex(OTHER_SECRET, EMAIL),
    'an empty secret': hmacHex('', EMAIL),
    'the secret without its prefix': hmacHex(SECRET.slice('prt_test_'.length), EMAIL),
    'the secret and a newline': hmacHex(`${SECRET}\n`, EMAIL),
    'the email and a newline, as echo sends it': hmacHex(SECRET, `${EMAIL}\n`),
    'the email in JSON quotes': hmacHex(SECRET, JSON.stringify(EMAIL)),
    'the email in base64': hmacHex(SECRET, Buffer.from(EMAIL).toString('base64')),
    'the email in UTF-16': hmacHex(SECRET, Buffer.from(EMAIL, 'utf16le')),
    'an empty message': hmacHex(SECRET, ''),
    'key and message exchanged': hmacHex(EMAIL, SECRET),
    'sha256 of secret and id: open to length extension': sha256(SECRET + EMAIL),
    'sha256 of id and secret': sha256(EMAIL + SECRET),
    'sha256 of the id alone': sha256(EMAIL),
    'HMAC of the HMAC': hmacHex(SECRET, RIGHT),
    'HMAC-SHA512, first half': createHmac('sha512', SECRET)
      .update(EMAIL)
      .digest('hex')
      .slice(0, 64),
    'HMAC-SHA3-256': createHmac('sha3-256', SECRET).update(EMAIL).digest('hex'),
    'the last digit changed': RIGHT.slice(0, 63) + (RIGHT.endsWith('0') ? '1' : '0'),
    'the first digit changed': (RIGHT.startsWith('0') ? '1' : '0') + RIGHT.slice(1),
    '64 zeros': '0'.repeat(64),
  };
  const flags = ['WrongMac', 'WeakConstruction'];
  return [
    ...Object.entries(macs).map(([comment, hash]) =>
      invalid(comment, email(null), { flags, hash }),
    ),
    invalid('a Latin-1 message', umlaut, {
      flags,
      hash: hmacHex(SECRET, Buffer.from(umlaut.id, 'latin1')),
    }),
    invalid('HMAC-SHA1: too short', email(null), {
      flags: ['BadSpelling', 'WeakConstruction'],
      hash: createHmac('sha1', SECRET).update(EMAIL).digest('hex'),
    }),
  ];
}
