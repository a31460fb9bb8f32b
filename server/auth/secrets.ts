/** Portal secrets: made here, checked here. Each is bound to a mode by its prefix. */
export type Mode = 'test' | 'live';

const RANDOM_LENGTH = 43;
const SECRET = /^prt_(test|live)_([A-Za-z0-9_-]{43})$/;

/** 32 random bytes as `prt_test_…` or `prt_live_…`. */
export function makeSecret(mode: Mode): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  const text = btoa(String.fromCharCode(...bytes));
  return `prt_${mode}_${text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`;
}

/** Printed in documents, snippets and tests: whoever can read those can sign with them. */
const KNOWN = new Set([
  'bSW05nGv6nL9RFv-y6EfEVTeBGoLZdG2GAHG2Ykf5ok',
  'nZg9KpP2gEWSTpXecLT5R63xUI-BKS3g_FNVHQVFOmU',
  'q3Zp1mX9vT7bYk2LwR8sNcE5uHdJfA0gKoVxBiMPyQt',
  'A0gKoVxBiMPyQtq3Zp1mX9vT7bYk2LwR8sNcE5uHdJf',
]);

/** What is wrong with a portal secret, as the rest of a sentence that names no value; or null. */
export type SecretCheck = (secret: string, variable: string) => string | null;

/**
 * Checks the secrets of one server: each for itself, and that it is nothing else as well: neither
 * that of another portal or mode, nor one of `others`, by the names of their variables.
 */
export function createSecretCheck(
  mode: Mode,
  others: Record<string, string | undefined>,
): SecretCheck {
  const owners = new Map<string, string>();
  return (secret, variable) => {
    const fault = secretFault(secret, mode);
    if (fault) return fault;
    const random = secret.slice(-RANDOM_LENGTH);
    const other = Object.entries(others).find(([, value]) => value?.includes(random))?.[0];
    const owner = owners.get(random) ?? other;
    if (owner !== undefined) return `is the same as ${owner}: each needs its own.`;
    owners.set(random, variable);
    return null;
  };
}

function secretFault(secret: string, mode: Mode): string | null {
  const match = SECRET.exec(secret);
  const make = `Make one with \`npx portico secret ${mode}\`.`;
  if (!match?.[2]) {
    return `is not a Portico secret (prt_${mode}_ and 43 letters, digits, - or _). ${make}`;
  }
  if (match[1] !== mode) {
    return `is a ${match[1]} secret, but STRIPE_SECRET_KEY is a ${mode} key. ${make}`;
  }
  if (KNOWN.has(match[2])) return `is an example that anybody can read. ${make}`;
  return isEasy(match[2]) ? `is too easy to guess. ${make}` : null;
}

/** Few letters, the same again and again, or in the order of the alphabet. */
function isEasy(random: string): boolean {
  const letters = random.split('');
  const isRepeated = letters.some(
    (_, period) => period > 0 && period <= RANDOM_LENGTH / 2 && repeatsAfter(random, period),
  );
  const steps = letters.filter(
    (letter, index) => letter.charCodeAt(0) - random.charCodeAt(index - 1) === 1,
  );
  return new Set(letters).size < 12 || isRepeated || steps.length > RANDOM_LENGTH / 4;
}

function repeatsAfter(text: string, period: number): boolean {
  return text.slice(period) === text.slice(0, -period);
}
