import { API_VERSION } from './api-version.ts';
import { authorize, notForBrowsers } from './authorize.ts';
import type { Access, AccountKeys } from './authorize.ts';
import type { WireContext } from './context.ts';
import { refuse, StripeFault } from './fault.ts';
import { parseForm } from './form.ts';
import { refuseWithoutPermission } from './restricted.ts';
import type { Raw } from './form.ts';
import type { Route } from './route.ts';

/** One call as it came in, read and admitted, before anything is done about it. */
export interface Asked {
  route: Route;
  requestId: string;
  /** With the real ids: `/v1/customers/cus_1`. */
  path: string;
  /** What stood in the path for `:id` and `:other`. */
  ids: { id: string; other: string };
  form: { [key: string]: Raw };
  /** Query and body as they were sent. */
  text: string;
  apiKey: string;
  access: Access;
  /** Of a POST only: the header has no effect elsewhere. */
  idempotencyKey: string | null;
  /** Aborted when the client goes away. */
  signal: () => AbortSignal;
}

/** @throws where Stripe refuses to look at a call any further. */
export async function readAsked(
  context: WireContext,
  route: Route,
  keys: AccountKeys,
): Promise<Asked> {
  const { text, form } = await readForm(context);
  const { apiKey, access } = authorize(
    {
      header: context.req.header('authorization') ?? null,
      formKey: typeof form.key === 'string' ? form.key : null,
    },
    keys,
  );
  if (access === 'publishable' && route.options.isForBrowsers !== true) throw notForBrowsers();
  const permissions = keys.restricted[apiKey];
  if (permissions) refuseWithoutPermission(apiKey, permissions, route);
  refuseOtherVersions(context.req.header('stripe-version'));
  refuseOtherAccounts(context);
  return {
    route,
    requestId: context.var.requestId,
    path: new URL(context.req.url).pathname,
    ids: { id: context.req.param('id') ?? '', other: context.req.param('other') ?? '' },
    form,
    text,
    apiKey,
    access,
    idempotencyKey: route.method === 'POST' ? readIdempotencyKey(context) : null,
    signal: () => context.req.raw.signal,
  };
}

async function readForm(
  context: WireContext,
): Promise<{ text: string; form: { [key: string]: Raw } }> {
  const query = new URL(context.req.url).search.slice(1);
  const body = context.req.method === 'GET' ? '' : await context.req.text();
  if (body !== '') refuseOtherTypes(context.req.header('content-type') ?? '');
  const text = [query, body].filter((part) => part !== '').join('&');
  return { text, form: parseForm(text) };
}

function refuseOtherTypes(type: string): void {
  if (/^application\/x-www-form-urlencoded\s*(;|$)/i.test(type)) return;
  throw refuse(
    'Invalid request (check that your POST content type is application/x-www-form-urlencoded).',
  );
}

function refuseOtherVersions(version: string | undefined): void {
  if (version === undefined || version === API_VERSION) return;
  throw refuse(
    `Invalid Stripe API version: ${version}. The simulator speaks ${API_VERSION} and no other.`,
  );
}

/** There is one account here, and it has no connected ones. */
function refuseOtherAccounts(context: WireContext): void {
  const account = context.req.header('stripe-account') ?? context.req.header('stripe-context');
  if (account === undefined || account === '') return;
  throw new StripeFault({
    status: 403,
    message: `The provided key does not have access to account '${account}' (or that account does not exist).`,
    details: { code: 'account_invalid' },
  });
}

function readIdempotencyKey(context: WireContext): string | null {
  const key = context.req.header('idempotency-key') ?? '';
  if (key.length > 255) {
    throw refuse('Idempotency keys can be at most 255 characters long.');
  }
  return key === '' ? null : key;
}
