/** A site under the strictest policy that a page can have, whose portals are served by a hostile server. */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { listenOnLoopback } from './loopback.ts';
import type { Poisoned } from './poison.ts';

const WIDGET = fileURLToPath(new URL('../../dist/widget', import.meta.url));
/** No inline script or style, no other host, and no string becomes markup but in Lit's templates. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

export interface Site {
  url: string;
  /** What was asked for, as `METHOD /path`. */
  asked: string[];
  stop(): Promise<void>;
}

/** @param customers Each becomes a portal of its own in the page. */
export async function openSite(
  customers: readonly Poisoned[],
  link = (): string => '',
): Promise<Site> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    void answer({ request, response, customers, link });
  });
  return { asked, ...(await listenOnLoopback(server)) };
}

interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  customers: readonly Poisoned[];
  /** Where the next document lies, as the server says. */
  link: () => string;
}

async function answer({ request, response, customers, link }: Exchange): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (url.pathname === '/') {
    const headers = {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': POLICY,
    };
    response.writeHead(200, headers).end(pageOf(customers.length));
  } else if (url.pathname.endsWith('.js')) {
    const code = await readFile(path.join(WIDGET, path.normalize(url.pathname)));
    response.writeHead(200, { 'content-type': 'text/javascript' }).end(code);
  } else if (url.pathname.startsWith('/v1/')) {
    const body = await readAll(request);
    const result = resultOf(url.pathname, { customers, link, request, body });
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(result));
  } else response.writeHead(404).end();
}

function pageOf(count: number): string {
  const portals = Array.from(
    { length: count },
    (_, index) => `<billing-portal api="/" customer-id="cus_${index}" hash="abc"></billing-portal>`,
  );
  return `<!doctype html><html lang="en"><title>Billing</title>
    <script type="module" src="/billing-portal.js"></script>${portals.join('')}</html>`;
}

/** The token says which customer it is: `token-7`. */
function resultOf(
  pathname: string,
  { customers, link, request, body }: Omit<Exchange, 'response'> & { body: string },
): unknown {
  const isSession = pathname === '/v1/sessions';
  const told = isSession ? body : (request.headers.authorization ?? '');
  const index = Number(/(?:cus_|token-)(\d+)/.exec(told)?.[1] ?? 0);
  const one = customers[index];
  if (!one) return null;
  const expiresAt = Math.floor(Date.now() / 1000) + 600;
  if (isSession) return { token: `token-${index}`, expiresAt, ...one };
  if (pathname.endsWith('/links')) return { hostedUrl: link(), pdfUrl: link() };
  if (pathname.endsWith('/preview')) return one.preview;
  if (pathname === '/v1/plans') return { plans: one.plans };
  if (pathname.endsWith('/cancel'))
    return { subscription: { ...one.overview.subscriptions[0], allowedActions: ['keep'] } };
  return one.overview;
}

async function readAll(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const piece of request) text += String(piece);
  return text;
}
