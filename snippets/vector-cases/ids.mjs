/** Ids outside the grammar, each with a right MAC: only a verifier that checks the id refuses them. */
import { CUSTOMER, EMAIL, EXPIRES, SECRET, customer, email, invalid, sign } from './signing.mjs';

const CUSTOMERS = {
  'an empty customer id': '',
  'a customer id of the prefix alone': 'cus_',
  'a customer id that is a letter short': 'cus_7letter',
  'a customer id that is a letter long': `cus_${'Ab1'.repeat(21)}Zz`,
  'a customer id in upper case': 'CUS_NffrFeUfNV2Hib',
  'a customer id with a dash': 'cus-NffrFeUfNV2Hib',
  'a customer id with a second underscore': 'cus_Nffr_FeUfNV2Hib',
  'a customer id with a slash': 'cus_Nffr/../FeUfNV2Hib',
  'a customer id with a Cyrillic letter': '\u0441us_NffrFeUfNV2Hib',
  'a customer id with a full-width digit': 'cus_NffrFeUfNV\uff12Hib',
  'a customer id with a space before': ` ${CUSTOMER}`,
  'a customer id with a space after': `${CUSTOMER} `,
  'a customer id with a newline after': `${CUSTOMER}\n`,
  'a customer id with a NUL after': `${CUSTOMER}\u0000`,
  'two customer ids': `${CUSTOMER},cus_NffrFeUfNV2Hia`,
  'a subscription id': 'sub_NffrFeUfNV2Hib',
  'an email given as a customer id': EMAIL,
};

const EMAILS = {
  'an empty email': '',
  'an email of a space': ' ',
  'an email of a newline': '\n',
  'an email of an @ alone': '@',
  'an email without an @': 'ada.example.com',
  'an email with two @': 'ada@eve@example.com',
  'an email with nothing before the @': '@example.com',
  'an email with nothing after the @': 'ada@',
  'a customer id given as an email': CUSTOMER,
  'an email with a space before': ` ${EMAIL}`,
  'an email with a space after': `${EMAIL} `,
  'an email with a space within': 'ada @example.com',
  'an email with a newline after': `${EMAIL}\n`,
  'an email with a carriage return and newline after': `${EMAIL}\r\n`,
  'an email with a second line': `${EMAIL}\nx`,
  'an email with a tab before': `\t${EMAIL}`,
  'an email with a NUL after': `${EMAIL}\u0000`,
  'an email with DEL': `ada\u007f@example.com`,
  'an email with a C1 control character': `ada\u0085@example.com`,
  'an email with a no-break space after': `${EMAIL}\u00a0`,
  'an email with an ideographic space before': `\u3000${EMAIL}`,
  'an email with a line separator after': `${EMAIL}\u2028`,
  'an email with a byte order mark before': `\ufeff${EMAIL}`,
  'an email of 255 bytes': `${'a'.repeat(243)}@example.com`,
  'an email of 255 bytes, 134 letters': `${'\u00e9'.repeat(121)}a@example.com`,
};

const SURROGATES = {
  'an email with a high surrogate alone': 'ada\ud83d@example.com',
  'an email with a low surrogate alone': 'ada\ude42@example.com',
  'an email with surrogates exchanged': 'ada\ude42\ud83d@example.com',
};

export function idCases() {
  return [
    ...refuse(CUSTOMERS, customer, ['BadId']),
    ...refuse(EMAILS, email, ['BadId']),
    ...refuse(SURROGATES, email, ['BadId', 'LoneSurrogate']),
  ];
}

/** Every id once plain; the first of each list also expiring, to see that both forms check it. */
function refuse(ids, subjectOf, flags) {
  return Object.entries(ids).flatMap(([comment, id], index) => {
    const times = index === 0 ? [null, EXPIRES] : [index % 2 === 0 ? null : EXPIRES];
    return times.map((expires) => {
      const subject = subjectOf(expires, id);
      return invalid(comment, subject, { flags, hash: sign(SECRET, subject) });
    });
  });
}
