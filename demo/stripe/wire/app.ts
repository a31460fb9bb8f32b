import { Hono } from 'hono';
import type { Context } from 'hono';
import { runDue } from '../core/advance.ts';
import { randomText } from '../core/ids.ts';
import type { World } from '../core/world.ts';
import { answerChallenge } from '../payments/authenticate.ts';
import { invoiceDocument } from '../invoices/document.ts';
import { ROUTES } from '../routes.ts';
import type { RecordedRequest } from '../simulator.ts';
import { authorize, notForBrowsers } from './authorize.ts';
import type { Access } from './authorize.ts';
import { expandAll } from './expand.ts';
import { faultBody, refuse, StripeFault } from './fault.ts';
import { parseForm } from './form.ts';
import type { Raw } from './form.ts';
import type { IdempotencyKeys } from './idempotency.ts';
import type { Route } from './route.ts';
import type { WireObject } from './wire-object.ts';

export interface Gate {
  world: World;
  keys: { secret: string[]; publishable: string[] };
  replays: IdempotencyKeys;
  record: (request: RecordedRequest) => void;
}

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, POST, DELETE, OPTIONS',
  'access-control-allow-headers': 'authorization, content-type, stripe-version, idempotency-key',
  'access-control-expose-headers': 'request-id',
};

/** Stripe's wire protocol over the routes: keys, forms, errors, replays, expansion. */
export function createApp(gate: Gate): Hono {
  const app = new Hono();
  app.options('*', (context) => context.body(null, 204, CORS));
  app.post('/_simulator/authentication', (context) => authenticate(gate, context));
  app.get('/i/:account/:key{test_\\w+}/:pdf?', (context) => showInvoice(gate, context));
  for (const route of ROUTES.toSorted(byLiterals)) {
    app.on(route.method, route.path, (context) => serve(gate, route, context));
  }
  app.notFound((context) => {
    const { method, path } = context.req;
    const message = `Unrecognized request URL (${method}: ${path}). Please see https://stripe.com/docs or we can help at https://support.stripe.com/.`;
    return reply(context, new StripeFault({ status: 404, message }));
  });
  app.onError((error, context) => {
    if (error instanceof StripeFault) return reply(context, error);
    const message = `The simulator failed: ${error.message}`;
    return reply(context, new StripeFault({ status: 500, type: 'api_error', message }));
  });
  return app;
}

async function serve(gate: Gate, route: Route, context: Context): Promise<Response> {
  const sent = await readRequest(context);
  const access = authorize(
    { header: context.req.header('authorization') ?? null, formKey: formKeyOf(sent.form) },
    gate.keys,
  );
  const key = route.method === 'POST' ? (context.req.header('idempotency-key') ?? null) : null;
  const { pathname } = new URL(context.req.url);
  const fingerprint = `${route.method} ${pathname} ${sent.text}`;
  const log = (status: number) => {
    if (access !== 'secret') return;
    const { method } = route;
    gate.record({ method, path: pathname, params: sent.form, status, idempotencyKey: key });
  };
  try {
    runDue(gate.world, gate.world.clock.now());
    const old =
      key === null ? undefined : gate.replays.find(key, fingerprint, gate.world.clock.now());
    if (old !== undefined) {
      log(old.status);
      return context.body(old.body, statusOf(old.status), {
        ...headersOf(context),
        'idempotent-replayed': 'true',
      });
    }
    const answer = answerTo(gate.world, route, { access, form: sent.form, context });
    if (key !== null && answer.isKept) {
      gate.replays.keep(key, { fingerprint, ...answer, at: gate.world.clock.now() });
    }
    log(answer.status);
    return context.body(answer.body, statusOf(answer.status), headersOf(context));
  } catch (error) {
    log(error instanceof StripeFault ? error.status : 500);
    throw error;
  }
}

interface Sent {
  access: Access;
  form: { [key: string]: Raw };
  context: Context;
}

/** Runs the handler; whatever fails, or only looks, leaves the world as it was. */
function answerTo(world: World, route: Route, sent: Sent) {
  const mark = world.store.mark();
  const now = world.clock.now();
  world.clock.freeze(now);
  try {
    const body = run(world, route, sent);
    if (route.options.isDryRun === true) world.store.rollBack(mark);
    return { status: 200, body: JSON.stringify(body), isKept: true };
  } catch (error) {
    if (!(error instanceof StripeFault) || !error.keep) world.store.rollBack(mark);
    if (!(error instanceof StripeFault)) throw error;
    const isKept = error.status !== 400 && error.status !== 404;
    return { status: error.status, body: JSON.stringify(faultBody(error)), isKept };
  } finally {
    world.clock.thaw();
    world.store.commit();
  }
}

function run(world: World, route: Route, { access, form, context }: Sent): unknown {
  const path = { id: context.req.param('id') ?? '', other: context.req.param('other') ?? '' };
  const isPublishable = access === 'publishable';
  if (isPublishable && route.options.isForBrowsers !== true) throw notForBrowsers();
  if (isPublishable) refuseWrongSecret(form, path.id, world);
  const body = route.run(world, { params: undefined, path, isPublishable }, form);
  if (isPublishable) return forBrowsers(body);
  const wanted = Array.isArray(form.expand) ? form.expand.filter((e) => typeof e === 'string') : [];
  return expandAll(world, body, wanted);
}

/** A browser names the intent by its secret; a wrong one is as good as none. */
function refuseWrongSecret(form: { [key: string]: Raw }, id: string, world: World): void {
  const intent = world.store.setupIntents.find(id) ?? world.store.paymentIntents.find(id);
  if (form.client_secret !== intent?.clientSecret) {
    throw refuse(
      'The client_secret provided does not match the intent.',
      'client_secret',
      'intent_invalid_client_secret',
    );
  }
}

function forBrowsers(body: unknown): unknown {
  const { customer: _customer, metadata: _metadata, ...rest } = body as WireObject;
  return rest;
}

async function readRequest(
  context: Context,
): Promise<{ text: string; form: { [key: string]: Raw } }> {
  const query = new URL(context.req.url).search.slice(1);
  const body = context.req.method === 'GET' ? '' : await context.req.text();
  const text = [query, body].filter((part) => part !== '').join('&');
  return { text, form: parseForm(text) };
}

function showInvoice({ world }: Gate, context: Context) {
  const page = invoiceDocument(world, (context.req.param('key') ?? '').replace('test_', ''));
  return page ? context.html(page) : context.notFound();
}

async function authenticate(gate: Gate, context: Context): Promise<Response> {
  const body: unknown = await context.req.json().catch(() => null);
  const { client_secret: secret, outcome } = (body ?? {}) as WireObject;
  if (typeof secret !== 'string' || (outcome !== 'success' && outcome !== 'fail')) {
    throw refuse('Send {"client_secret": "…", "outcome": "success" or "fail"}.');
  }
  const { world } = gate;
  runDue(world, world.clock.now());
  const mark = world.store.mark();
  try {
    return context.json(answerChallenge(world, secret, outcome), 200, CORS);
  } catch (error) {
    world.store.rollBack(mark);
    throw error;
  } finally {
    world.store.commit();
  }
}

function formKeyOf(form: { [key: string]: Raw }): string | null {
  return typeof form.key === 'string' ? form.key : null;
}

function reply(context: Context, fault: StripeFault): Response {
  const body = JSON.stringify(faultBody(fault));
  return context.body(body, statusOf(fault.status), headersOf(context));
}

function headersOf(context: Context): Record<string, string> {
  const version = context.req.header('stripe-version');
  return {
    ...CORS,
    'content-type': 'application/json',
    'request-id': `req_${randomText(14)}`,
    ...(version === undefined ? {} : { 'stripe-version': version }),
  };
}

function statusOf(status: number): 200 | 400 | 401 | 402 | 403 | 404 | 500 {
  return ([200, 400, 401, 402, 403, 404] as const).find((known) => known === status) ?? 500;
}

/** `/v1/invoices/create_preview` before `/v1/invoices/:id`. */
function byLiterals(left: Route, right: Route): number {
  return left.path.split(':').length - right.path.split(':').length;
}
