/** Expiring hashes: the times that are accepted, and every near miss of the frame around the MAC. */
import { createHash } from 'node:crypto';
import {
  CUSTOMER,
  DAY,
  EMAIL,
  EXPIRES,
  NOW,
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

const SUBJECT = email(EXPIRES);
const RIGHT = sign(SECRET, SUBJECT);
const MAC = RIGHT.slice(-64);

export function expiringCases() {
  return [...accepted(), ...untimely(), ...misspelled(), ...miscounted(), ...confused(), ...weak()];
}

function accepted() {
  const edge = { flags: ['Boundary'] };
  const exact = { flags: ['ExactBytes'] };
  return [
    valid('a customer id, ten minutes', customer(EXPIRES)),
    valid('an email, ten minutes', SUBJECT),
    valid('one second', customer(NOW + 1), edge),
    valid('24 hours', customer(NOW + DAY), edge),
    valid('an email, 24 hours', email(NOW + DAY), edge),
    valid('the shortest customer id', customer(EXPIRES, 'cus_8letters'), edge),
    valid('the longest customer id', customer(EXPIRES, `cus_${'Ab1'.repeat(21)}Z`), edge),
    valid('the shortest email', email(EXPIRES, 'a@b'), edge),
    valid('upper case is kept', email(EXPIRES, 'Ada@Example.COM'), exact),
    valid('an email that begins with digits and a dot', email(EXPIRES, `${NOW}.ada@example.com`)),
    valid('an email that begins with v1.', email(EXPIRES, 'v1.ada@example.com')),
    valid('an email that begins like the message', email(EXPIRES, 'v1.email.ada@example.com')),
    valid('e with acute, composed', email(EXPIRES, 'ren\u00e9e@example.com'), exact),
    valid('e with acute, decomposed', email(EXPIRES, 'rene\u0301e@example.com'), exact),
    valid('sharp s', email(EXPIRES, 'strau\u00df@example.com'), exact),
    valid('Japanese', email(EXPIRES, '\u65e5\u672c@example.jp')),
    valid('Hebrew, right to left', email(EXPIRES, '\u05e9\u05dc\u05d5\u05dd@example.co.il')),
    valid('an emoji above U+FFFF', email(EXPIRES, '\u{1f642}@example.com')),
    valid('254 bytes', email(EXPIRES, `${'a'.repeat(242)}@example.com`), edge),
  ];
}

function untimely() {
  const times = {
    'this very second': [NOW, ['Boundary']],
    'a second past': [NOW - 1, []],
    'a day past': [NOW - DAY, []],
    'Unix second 0': [0, []],
    'a second more than 24 hours ahead': [NOW + DAY + 1, ['Boundary']],
    'a year ahead': [NOW + 365 * DAY, []],
    '2^32 seconds ahead: wraps in 32 bits': [EXPIRES + 2 ** 32, []],
    milliseconds: [EXPIRES * 1000, []],
  };
  return Object.entries(times).map(([comment, [expires, flags]]) =>
    invalid(comment, customer(expires), {
      flags: ['BadTime', ...flags],
      hash: sign(SECRET, customer(expires)),
    }),
  );
}

function misspelled() {
  const base64 = Buffer.from(MAC, 'hex').toString('base64');
  const spellings = {
    'upper-case hex': `v1.${EXPIRES}.${MAC.toUpperCase()}`,
    base64: `v1.${EXPIRES}.${base64}`,
    base64url: `v1.${EXPIRES}.${base64.replaceAll('+', '-').replaceAll('/', '_').replace('=', '')}`,
    'with 0x': `v1.${EXPIRES}.0x${MAC}`,
    'a digit short': RIGHT.slice(0, -1),
    'a byte short': RIGHT.slice(0, -2),
    'a byte too many': `${RIGHT}00`,
    'the MAC doubled': RIGHT + MAC,
    'a dot after': `${RIGHT}.`,
    'a dot before': `.${RIGHT}`,
    'a field after': `${RIGHT}.customer`,
    'the type as a field': `v1.email.${EXPIRES}.${MAC}`,
    'a space before': ` ${RIGHT}`,
    'a space after': `${RIGHT} `,
    'a newline after': `${RIGHT}\n`,
    'no version': `${EXPIRES}.${MAC}`,
    'no time': `v1.${MAC}`,
    'no MAC': `v1.${EXPIRES}.`,
    'no MAC and no dot': `v1.${EXPIRES}`,
    'version 0': RIGHT.replace('v1', 'v0'),
    'version 2': RIGHT.replace('v1', 'v2'),
    'version 01': RIGHT.replace('v1', 'v01'),
    'version in upper case': RIGHT.replace('v1', 'V1'),
    'colons for dots': RIGHT.replaceAll('.', ':'),
    'commas for dots': RIGHT.replaceAll('.', ','),
    'as t= and v1=': `t=${EXPIRES},v1=${MAC}`,
    'two hashes in a list': `${RIGHT},${RIGHT}`,
    'percent-encoded dots': RIGHT.replaceAll('.', '%2E'),
  };
  const flags = ['BadSpelling', 'Encoding'];
  return Object.entries(spellings).map(([comment, hash]) =>
    invalid(comment, SUBJECT, { flags, hash }),
  );
}

/** The time in another spelling, once beside the honest MAC and once signed as it is spelled. */
function miscounted() {
  const spellings = {
    'a leading zero': `0${EXPIRES}`,
    'a plus sign': `+${EXPIRES}`,
    'a minus sign': `-${EXPIRES}`,
    'a decimal point': `${EXPIRES}.0`,
    'a trailing point': `${EXPIRES}.`,
    'an exponent': '18000006e2',
    hexadecimal: `0x${EXPIRES.toString(16)}`,
    'a space before': ` ${EXPIRES}`,
    'an underscore': '1_800_000_600',
    'a comma': '1,800,000,600',
    'full-width digits': String(EXPIRES).replace(/[0-9]/g, (d) =>
      String.fromCharCode(0xff10 + Number(d)),
    ),
    'nothing at all': '',
    NaN: 'NaN',
    Infinity: 'Infinity',
    'forty digits': `${EXPIRES}`.padEnd(40, '0'),
  };
  const flags = ['BadSpelling', 'Encoding'];
  return Object.entries(spellings).flatMap(([comment, spelled]) => [
    invalid(`the time with ${comment}`, SUBJECT, { flags, hash: `v1.${spelled}.${MAC}` }),
    invalid(`the time with ${comment}, signed like that`, SUBJECT, {
      flags,
      hash: sign(SECRET, email(spelled)),
    }),
  ]);
}

function confused() {
  const flags = ['WrongMac', 'Confusion'];
  const framed = (mac) => `v1.${EXPIRES}.${mac}`;
  const message = expiringMessage(SUBJECT);
  return [
    invalid('made longer: another time beside the same MAC', SUBJECT, {
      flags,
      hash: `v1.${EXPIRES + 600}.${MAC}`,
    }),
    invalid('the hash of another email', SUBJECT, {
      flags,
      hash: sign(SECRET, email(EXPIRES, 'eve@example.com')),
    }),
    invalid('the hash of another customer', customer(EXPIRES), {
      flags,
      hash: sign(SECRET, customer(EXPIRES, 'cus_NffrFeUfNV2Hia')),
    }),
    invalid('the hash of the customer id for the email', SUBJECT, {
      flags,
      hash: sign(SECRET, customer(EXPIRES)),
    }),
    invalid('the hash of the email for the customer id', customer(EXPIRES), { flags, hash: RIGHT }),
    invalid('the customer id signed as an email', customer(EXPIRES), {
      flags,
      hash: sign(SECRET, email(EXPIRES, CUSTOMER)),
    }),
    invalid('the email signed as a customer', SUBJECT, {
      flags,
      hash: sign(SECRET, customer(EXPIRES, EMAIL)),
    }),
    invalid('the plain MAC in a frame', SUBJECT, { flags, hash: framed(hmacHex(SECRET, EMAIL)) }),
    invalid('the lower-case email', email(EXPIRES, 'Ada@Example.COM'), {
      flags: ['WrongMac', 'ExactBytes'],
      hash: RIGHT,
    }),
    invalid('a field moved from the time to the id', email(EXPIRES, '5.ada@example.com'), {
      flags: ['BadSpelling', 'Confusion'],
      hash: `v1.${EXPIRES}.5.${MAC}`,
    }),
    invalid('the signed message as a plain email', email(null, message), {
      flags: ['BadSpelling', 'Confusion'],
      hash: MAC,
    }),
    invalid(
      'a plain email that begins like the message',
      email(null, 'v1.customer.ada@example.com'),
      {
        flags: ['BadSpelling', 'Confusion'],
        hash: hmacHex(SECRET, 'v1.customer.ada@example.com'),
      },
    ),
    invalid(
      'the signed message of a customer as a plain customer id',
      customer(null, expiringMessage(customer(EXPIRES))),
      {
        flags: ['BadId', 'Confusion'],
        hash: hmacHex(SECRET, expiringMessage(customer(EXPIRES))),
      },
    ),
  ];
}

function weak() {
  const message = expiringMessage(SUBJECT);
  const messages = {
    'no version in the message': `email.${EXPIRES}.${EMAIL}`,
    'no type in the message': `v1.${EXPIRES}.${EMAIL}`,
    'no time in the message': `v1.email.${EMAIL}`,
    'type and time exchanged': `v1.${EXPIRES}.email.${EMAIL}`,
    'the id first': `${EMAIL}.${EXPIRES}`,
    'the type in upper case': `v1.Email.${EXPIRES}.${EMAIL}`,
    'newlines for dots': `v1\nemail\n${EXPIRES}\n${EMAIL}`,
    'a newline after the message': `${message}\n`,
    'version 2 in the message': message.replace('v1', 'v2'),
  };
  const macs = {
    ...Object.fromEntries(
      Object.entries(messages).map(([name, text]) => [name, hmacHex(SECRET, text)]),
    ),
    'another secret': hmacHex(OTHER_SECRET, message),
    'sha256 of secret and message': createHash('sha256')
      .update(SECRET + message)
      .digest('hex'),
    '64 zeros': '0'.repeat(64),
    'the last digit changed': MAC.slice(0, 63) + (MAC.endsWith('0') ? '1' : '0'),
  };
  const flags = ['WrongMac', 'WeakConstruction'];
  return Object.entries(macs).map(([comment, mac]) =>
    invalid(comment, SUBJECT, { flags, hash: `v1.${EXPIRES}.${mac}` }),
  );
}
