import { ProblemError } from './problem.ts';

/** What a browser may send to us from another site, and what it may read of the answer. */
const CORS_HEADERS = {
  'access-control-allow-methods': 'GET, POST, DELETE',
  'access-control-allow-headers': 'Authorization, Content-Type, Idempotency-Key',
  'access-control-max-age': '7200',
};

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
  return { vary: 'Origin', ...(origin !== undefined && { 'access-control-allow-origin': origin }) };
}

export function preflightResponse(origin: string | undefined, allowed: string[] | null): Response {
  try {
    checkOrigin(origin, allowed);
  } catch {
    return new Response(null, { status: 403, headers: { vary: 'Origin' } });
  }
  return new Response(null, { status: 204, headers: { ...readableBy(origin), ...CORS_HEADERS } });
}
