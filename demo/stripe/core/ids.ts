const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Letters and digits only, as in Stripe's ids. */
export function randomText(length: number): string {
  let text = '';
  for (let index = 0; index < length; index += 1) text += ALPHABET[nextByte() % ALPHABET.length];
  return text;
}

/** The older resources have short ids, the newer ones long ones that begin with a digit. */
export function shortId(prefix: string): string {
  return `${prefix}_${randomText(14)}`;
}
export function longId(prefix: string): string {
  return `${prefix}_1${randomText(23)}`;
}

export function clientSecretFor(id: string): string {
  return `${id}_secret_${randomText(25)}`;
}

/** Drawn in large lots: asking for a few bytes at a time is what would cost. */
const lot = new Uint8Array(4096);
let used = lot.length;

function nextByte(): number {
  if (used === lot.length) {
    crypto.getRandomValues(lot);
    used = 0;
  }
  used += 1;
  return lot[used - 1] ?? 0;
}
