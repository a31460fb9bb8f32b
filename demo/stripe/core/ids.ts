const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Letters and digits only, as in Stripe's ids. */
export function randomText(length: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  return Array.from(bytes, (byte) => ALPHABET[byte % ALPHABET.length]).join('');
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
