import { ProblemError } from './problem.ts';
import { PRIVATE_HEADERS } from './reply.ts';

/** What a browser may send to us from another site, and what it may read of the answer. */
const METHODS = ['GET', 'POST', 'DELETE'];
const HEADERS = ['Authorization', 'Content-Type', 'Idempotency-Key'];
const CORS_HEADERS = {
  'access-control-allow-methods': METHODS.join(', '),
  'access-control-allow-headers': HEADERS.join(', '),
  'access-control-max-age': '7200',
};

/** Three names are shorter. */
const MAX_ASKED_LENGTH = 200;

/**
 * Refuses a site that is not on the list before any work is done. CORS alone would run the handler
 * and only keep the answer from the page. Without a list (a test key) everybody may ask.
 */
export function checkOrigin(origin: string | undefined, allowed: string[] | null): void {
  if (allowed === null || (origin !== undefined && allowed.includes(origin))) return;
  throw new ProblemError('origin-not-allowed', {
    detail:
      origin === undefined
        ? 'The request carries no Origin. Only pages on PORTICO_ALLOWED_ORIGINS may call.'
        : `${origin.slice(0, 200)} is not on PORTICO_ALLOWED_ORIGINS.`,
  });
}

/**
 * Lets the page read the answer: a refusal too, since it says nothing but what the site owner has
 * to set. There are no cookies, so no credentials are allowed.
 */
export function readableBy(origin: string | undefined): Record<string, string> {
  return {
    vary: 'Origin',
    'access-control-expose-headers': 'Retry-After, X-Request-Id',
    ...(origin !== undefined && { 'access-control-allow-origin': origin }),
  };
}

/** What the browser asks leave for, by `Access-Control-Request-…`. */
interface Asked {
  method?: string | undefined;
  headers?: string | undefined;
}

/** Nothing that was asked for is repeated in the answer: it has our own lists, or is a refusal. */
export function preflightResponse(
  origin: string | undefined,
  allowed: string[] | null,
  asked: Asked = {},
): Response {
  try {
    checkOrigin(origin, allowed);
  } catch {
    return new Response(null, { status: 403, headers: { ...PRIVATE_HEADERS, vary: 'Origin' } });
  }
  const headers = { ...PRIVATE_HEADERS, ...readableBy(origin) };
  if (asksForMore(asked)) return new Response(null, { status: 403, headers });
  return new Response(null, { status: 204, headers: { ...headers, ...CORS_HEADERS } });
}

function asksForMore({ method = '', headers = '' }: Asked): boolean {
  if (method !== '' && !METHODS.includes(method)) return true;
  if (headers.length > MAX_ASKED_LENGTH) return true;
  const known = new Set(HEADERS.map((name) => name.toLowerCase()));
  const names = headers.split(',').map((name) => name.trim().toLowerCase());
  return names.some((name) => name !== '' && !known.has(name));
}
