import { runDue } from '../core/advance.ts';
import { causedBy } from '../core/cause.ts';
import type { World } from '../core/world.ts';
import type { RecordedRequest } from '../simulator.ts';
import { authorize, notForBrowsers } from './authorize.ts';
import type { Access } from './authorize.ts';
import type { WireContext } from './context.ts';
import type { Exchange } from './exchange.ts';
import { expandAll } from './expand.ts';
import { faultBody, refuse, StripeFault, unexpected } from './fault.ts';
import { parseForm } from './form.ts';
import type { Raw } from './form.ts';
import type { IdempotencyKeys } from './idempotency.ts';
import { reply } from './reply.ts';
import type { Route } from './route.ts';
import { transact } from './transaction.ts';
import type { WireObject } from './wire-object.ts';

export interface Gate {
  world: World;
  keys: { secret: string[]; publishable: string[] };
  replays: IdempotencyKeys;
  record: (request: RecordedRequest) => void;
  onExchange?: ((exchange: Exchange) => void) | undefined;
}

/** One call's whole way: key, form, replay, work, expansion, record. */
export async function serve(gate: Gate, route: Route, context: WireContext): Promise<Response> {
  const sent = await readRequest(context);
  const access = authorize(
    { header: context.req.header('authorization') ?? null, formKey: formKeyOf(sent.form) },
    gate.keys,
  );
  const key = route.method === 'POST' ? (context.req.header('idempotency-key') ?? null) : null;
  const { pathname } = new URL(context.req.url);
  const fingerprint = `${route.method} ${pathname} ${sent.text}`;
  const log = (status: number, body: string) => {
    const asked = { method: route.method, path: pathname, params: sent.form, status };
    gate.onExchange?.({ ...asked, route: route.path, body: JSON.parse(body), access });
    if (access === 'secret') gate.record({ ...asked, idempotencyKey: key });
  };
  try {
    runDue(gate.world, gate.world.clock.now());
    const old =
      key === null ? undefined : gate.replays.find(key, fingerprint, gate.world.clock.now());
    if (old !== undefined) {
      log(old.status, old.body);
      return reply(context, old, { 'idempotent-replayed': 'true' });
    }
    const isDryRun = route.options.isDryRun === true;
    const cause = { requestId: context.var.requestId, idempotencyKey: key };
    const answer = causedBy(gate.world, cause, () =>
      transact(gate.world, { isDryRun }, () =>
        run(gate.world, route, { access, form: sent.form, context }),
      ),
    );
    if (key !== null && answer.isKept) {
      gate.replays.keep(key, { fingerprint, ...answer, at: gate.world.clock.now() });
    }
    log(answer.status, answer.body);
    return reply(context, answer);
  } catch (error) {
    const fault = error instanceof StripeFault ? error : unexpected(error);
    log(fault.status, JSON.stringify(faultBody(fault)));
    throw fault;
  }
}

interface Sent {
  access: Access;
  form: { [key: string]: Raw };
  context: WireContext;
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
  context: WireContext,
): Promise<{ text: string; form: { [key: string]: Raw } }> {
  const query = new URL(context.req.url).search.slice(1);
  const body = context.req.method === 'GET' ? '' : await context.req.text();
  const text = [query, body].filter((part) => part !== '').join('&');
  return { text, form: parseForm(text) };
}

function formKeyOf(form: { [key: string]: Raw }): string | null {
  return typeof form.key === 'string' ? form.key : null;
}
