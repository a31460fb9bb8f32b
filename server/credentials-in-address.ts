import { ProblemError } from './problem.ts';

/**
 * A hash (plain or expiring), a token of ours, or a secret of ours or Stripe's. Whatever is in an address ends
 * in histories, referrers and the logs of every proxy on the way. The parts of a token have a longest
 * length here, or an address of nothing but `eyJ` would be read from each to its end.
 */
const CREDENTIAL =
  /(?:^|[^0-9a-f])[0-9a-f]{64}(?:$|[^0-9a-f])|eyJ[\w-]{8,200}\.[\w-]{8,2000}\.[\w-]{8}|(?:[sr]k|prt)_(?:test|live)_|whsec_/i;

/** By these names they go in other services. */
const NAMES = new Set(['token', 'access_token', 'hash', 'authorization', 'secret', 'session']);

/** Refuses a credential in the path or query, so that nobody comes to rely on it. Says nothing of it. */
export function refuseCredentialsIn({ url }: Request): void {
  if (!/[?%]/.test(url) && !CREDENTIAL.test(url)) return;
  const { pathname, search, searchParams } = new URL(url);
  const isNamed = [...searchParams.keys()].some((name) => NAMES.has(name.toLowerCase()));
  const texts = [pathname, search].flatMap((text) => [text, decoded(text)]);
  if (!isNamed && !texts.some((text) => CREDENTIAL.test(text))) return;
  throw new ProblemError('invalid-request', {
    detail: 'Send tokens in the Authorization header and hashes in the body, never in the address.',
  });
}

/**
 * Each escape by itself, so that a broken one hides nothing. Credentials are ASCII: of everything
 * else it is enough that it is something.
 */
function decoded(text: string): string {
  return text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => {
    const code = Number.parseInt(hex, 16);
    return code < 128 ? String.fromCharCode(code) : '\uFFFD';
  });
}
