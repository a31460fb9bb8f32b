/** Portal secrets: made here, checked here. Each is bound to a mode by its prefix. */
export type Mode = 'test' | 'live';

const SECRET = /^prt_(test|live)_([A-Za-z0-9_-]{43})$/;

/** 32 random bytes as `prt_test_…` or `prt_live_…`. */
export function makeSecret(mode: Mode): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  const text = btoa(String.fromCharCode(...bytes));
  return `prt_${mode}_${text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')}`;
}

/** What is wrong with a portal secret, as a sentence that names no value; null if nothing is. */
export function secretFault(secret: string, mode: Mode): string | null {
  const match = SECRET.exec(secret);
  const make = `Make one with \`npx portico secret ${mode}\`.`;
  if (!match?.[2]) {
    return `is not a Portico secret (prt_${mode}_ and 43 letters, digits, - or _). ${make}`;
  }
  if (match[1] !== mode) {
    return `is a ${match[1]} secret, but STRIPE_SECRET_KEY is a ${mode} key. ${make}`;
  }
  return new Set(match[2]).size < 12 ? `is too easy to guess. ${make}` : null;
}
