import { Hono } from 'hono';
import { runDue } from '../core/advance.ts';
import { causedBy } from '../core/cause.ts';
import { randomText } from '../core/ids.ts';
import { NoAnswer } from '../faults/connection.ts';
import { invoiceDocument } from '../invoices/document.ts';
import { answerChallenge } from '../payments/authenticate.ts';
import { ROUTES } from '../routes.ts';
import { timelineOf } from '../test-clocks/timeline.ts';
import type { WireContext, WireEnv } from './context.ts';
import { refuse, StripeFault, unexpected } from './fault.ts';
import type { Gate } from './gate.ts';
import { CORS, faultAnswer, reply } from './reply.ts';
import type { Route } from './route.ts';
import { serve } from './serve.ts';
import { transact } from './transaction.ts';
import type { WireObject } from './wire-object.ts';

/** Stripe's wire protocol over the routes, and what Stripe has on other hosts: bank and documents. */
export function createApp(gate: Gate): Hono<WireEnv> {
  // As with Stripe, `/v1/customers/` is the list, which an empty id would ask for.
  const app = new Hono<WireEnv>({ strict: false });
  app.use(async (context, next) => {
    context.set('requestId', `req_${randomText(14)}`);
    await next();
  });
  app.options('*', (context) => context.body(null, 204, CORS));
  app.post('/_simulator/authentication', (context) => authenticate(gate, context));
  app.get('/i/:account/:key{test_\\w+}/:pdf?', (context) => showInvoice(gate, context));
  for (const route of ROUTES.toSorted(byLiterals)) {
    app.on(route.method, route.path, (context) => serve(gate, route, context));
  }
  app.notFound((context) => {
    const { method, path } = context.req;
    const message = `Unrecognized request URL (${method}: ${path}). Please see https://stripe.com/docs or we can help at https://support.stripe.com/.`;
    return reply(context, faultAnswer(new StripeFault({ status: 404, message })));
  });
  app.onError((error, context) => {
    if (error instanceof NoAnswer) throw error;
    const fault = error instanceof StripeFault ? error : unexpected(error);
    return reply(context, faultAnswer(fault));
  });
  return app;
}

function showInvoice({ world }: Gate, context: WireContext) {
  const page = invoiceDocument(world, (context.req.param('key') ?? '').replace('test_', ''));
  return page ? context.html(page) : context.notFound();
}

/** The card holder's answer, which the stand-in for Stripe.js passes on from the bank's page. */
async function authenticate({ world }: Gate, context: WireContext): Promise<Response> {
  const body: unknown = await context.req.json().catch(() => null);
  const { client_secret: secret, outcome } = (body ?? {}) as WireObject;
  if (typeof secret !== 'string' || (outcome !== 'success' && outcome !== 'fail')) {
    throw refuse('Send {"client_secret": "…", "outcome": "success" or "fail"}.');
  }
  const [id = ''] = secret.split('_secret_');
  const clock = timelineOf(world, { ids: { id, other: '' }, form: {} });
  runDue(world, world.clock.now());
  const cause = { requestId: context.var.requestId, idempotencyKey: null };
  const answer = causedBy(world, cause, () =>
    transact(world, { isDryRun: false, clock }, () => answerChallenge(world, secret, outcome)),
  );
  return context.body(answer.body, answer.status === 200 ? 200 : 400, {
    ...CORS,
    'content-type': 'application/json',
  });
}

/** `/v1/invoices/create_preview` before `/v1/invoices/:id`. */
function byLiterals(left: Route, right: Route): number {
  return left.path.split(':').length - right.path.split(':').length;
}
