/** What can be known about a card without asking anybody: its brand, its shape, its check digit. */

const BRANDS = [
  { name: 'amex', label: 'American Express', start: /^3[47]/, lengths: [15], cvc: 4 },
  { name: 'visa', label: 'Visa', start: /^4/, lengths: [16], cvc: 3 },
  {
    name: 'mastercard',
    label: 'Mastercard',
    start: /^(5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/,
    lengths: [16],
    cvc: 3,
  },
  { name: 'discover', label: 'Discover', start: /^(6011|64[4-9]|65)/, lengths: [16], cvc: 3 },
];
const UNKNOWN = { name: 'unknown', label: '', start: /^/, lengths: [16, 17, 18, 19], cvc: 3 };

export function brandOf(number) {
  return BRANDS.find((brand) => brand.start.test(number)) ?? UNKNOWN;
}

/** The digits of a text, also of those typed on an Arabic or a Japanese keyboard. */
export function digitsOf(text) {
  return text
    .normalize('NFKC')
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replace(/\D/g, '');
}

/** Luhn's sum, ISO/IEC 7812-1 annex B. */
export function isLuhnValid(number) {
  let sum = 0;
  for (let place = 0; place < number.length; place++) {
    const digit = Number(number[number.length - 1 - place]);
    const doubled = digit * 2;
    if (place % 2 === 0) sum += digit;
    else sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Groups as they stand on the card: 4-4-4-4, on American Express 4-6-5. */
export function formatNumber(text) {
  const all = digitsOf(text);
  const { name, lengths } = brandOf(all);
  const digits = all.slice(0, Math.max(...lengths));
  const groups = name === 'amex' ? /^(\d{1,4})(\d{1,6})?(\d{1,5})?$/.exec(digits)?.slice(1) : null;
  return (groups ?? digits.match(/\d{1,4}/g) ?? []).filter(Boolean).join(' ');
}

/** `MM / YY`; a first digit above 1 can only be a month of one digit. */
export function formatExpiry(text) {
  const all = digitsOf(text);
  const digits = /^[2-9]/.test(all) ? `0${all}` : all;
  // Browsers fill in four digits of the year.
  const year =
    digits.length > 4 && digits.startsWith('20', 2) ? digits.slice(4, 6) : digits.slice(2, 4);
  return year ? `${digits.slice(0, 2)} / ${year}` : digits.slice(0, 2);
}

/** `null` while it is not yet a month and a year. */
export function parseExpiry(text) {
  const digits = digitsOf(formatExpiry(text));
  const month = Number(digits.slice(0, 2));
  if (digits.length !== 4 || month < 1 || month > 12) return null;
  return { month, year: 2000 + Number(digits.slice(2)) };
}

/** The code of what is wrong with it, in Stripe's words, or null. */
export function checkNumber(text) {
  const digits = digitsOf(text);
  const { lengths } = brandOf(digits);
  if (digits.length < Math.min(...lengths)) return 'incomplete_number';
  return lengths.includes(digits.length) && isLuhnValid(digits) ? null : 'invalid_number';
}

/** A card is good until the last day of its month. */
export function checkExpiry(text, now) {
  if (digitsOf(text).length < 3) return 'incomplete_expiry';
  const expiry = parseExpiry(text);
  if (!expiry) return 'invalid_expiry_month';
  const thisYear = now.getFullYear();
  if (expiry.year < thisYear) return 'invalid_expiry_year_past';
  if (expiry.year > thisYear + 50) return 'invalid_expiry_year';
  const isPast = expiry.year === thisYear && expiry.month < now.getMonth() + 1;
  return isPast ? 'invalid_expiry_month_past' : null;
}

export function checkCvc(text, number) {
  return digitsOf(text).length === brandOf(digitsOf(number)).cvc ? null : 'incomplete_cvc';
}
