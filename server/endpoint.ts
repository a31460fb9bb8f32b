/**
 * The only pipeline. Every call of the API goes through it, in this order: origin, authenticate,
 * validate, gate, limits, call, reply. No route can forget a step, because no route has them. Changes of
 * one customer wait for each other, so that each is decided on what the one before it left.
 */
import type { Context, Hono } from 'hono';
import * as v from 'valibot';
import {
  INTENT_HEADER,
  type Body,
  type Endpoint,
  type Query,
  type Result,
} from '../contract/api.ts';
import type { Authenticated } from './auth/authenticate.ts';
import type { Billing, BillingChange } from './billing/context.ts';
import { intentKeys, type Keys } from './billing/intent.ts';
import { readBody } from './body.ts';
import type { ServerContext } from './context.ts';
import { READ_ONLY, readInTime, refuseToChange } from './carry-out.ts';
import { refuseCredentialsIn } from './credentials-in-address.ts';
import { networkOfCaller } from './limits/client-ip.ts';
import type { Asker } from './limits/limits.ts';
import type { RuleName } from './limits/rules.ts';
import { toJson, type Json } from './json.ts';
import { makeChange } from './make-change.ts';
import { checkOrigin, preflightResponse, readableBy } from './origin.ts';
import { ProblemError } from './problem.ts';
import { refuse } from './refuse.ts';
import { jsonReply, respond, type Reply } from './reply.ts';
import { readQuery } from './query.ts';
import { NOTHING } from './schemas.ts';
import { namesOf, noteWrites, REQUEST_ID_HEADER } from './request-id.ts';
import type { Permit } from './stripe/gateway/bound.ts';

/** What a handler is given: everything is checked, nothing is raw. */
export interface Call<E extends Endpoint> {
  caller: Authenticated;
  /** Bound to the caller's customer. */
  billing: BillingChange;
  id: string;
  body: Body<E>;
  query: Query<E>;
}

export interface EndpointOptions<E extends Endpoint> {
  /** Left out where the endpoint takes no body, or no query. */
  body?: v.GenericSchema<unknown, Body<E>>;
  query?: v.GenericSchema<unknown, Query<E>>;
  /** The rules (limits/rules.ts) that it is under; a change is under `change` too. */
  limits: readonly RuleName[] | ((body: Body<E>, query: Query<E>) => readonly RuleName[]);
  /** Needs an `Idempotency-Key`: one UUID per intent. */
  changes?: boolean;
  handle: (call: Call<E>) => Promise<Result<E> | Json<Result<E>>>;
}

const intentId = v.pipe(v.string(), v.uuid());

/** Adds one call of the contract to the app. */
export function endpoint<E extends Endpoint>(
  app: Hono,
  server: ServerContext,
  name: E,
  options: EndpointOptions<E>,
): void {
  route(app, server, name, async (context, requestId) => {
    const ip = networkOfCaller(context);
    const caller = await server.authenticate(context.req.header('authorization'), ip);
    const { customerId } = caller;
    const id = context.req.param('id') ?? '';
    const call = {
      caller,
      id,
      body: await bodyOf(context, options),
      query: queryOf(context, options),
    };
    const handle = (permit: Permit, keys: Keys): ReturnType<typeof options.handle> =>
      options.handle({ ...call, billing: { ...bind(server, caller, permit), ...keys } });
    const rules = rulesOf(options, call);
    const asker: Asker = { ip, customerId, subject: id };
    if (!options.changes) {
      const read = (): ReturnType<typeof options.handle> =>
        readInTime(() => handle(READ_ONLY, NO_KEYS));
      const work = (): ReturnType<typeof options.handle> =>
        server.limits.within(rules, asker, read);
      const { enter, read: pass } = server.gate;
      return json(await (rules.includes('kept') ? enter(work) : pass(customerId, work)), 200);
    }
    const intent = { customerId, intentId: readIntent(context), call: callOf(context) };
    const keys = intentKeys(intent);
    const change = (): ReturnType<typeof options.handle> =>
      makeChange(server, {
        customerId,
        intentId: intent.intentId,
        request: `${intent.call} ${JSON.stringify(call.body)}`,
        onWrite: noteWrites(context),
        make: (permit) => handle(permit, keys),
      });
    const result = await server.gate.pass(() =>
      server.limits.within(['change', ...rules], asker, change),
    );
    server.log('info', 'changed', { requestId, ...namesOf(context), call: name, customerId });
    return json(result, 200);
  });
}

function rulesOf<E extends Endpoint>(
  { limits }: EndpointOptions<E>,
  { body, query }: Pick<Call<E>, 'body' | 'query'>,
): readonly RuleName[] {
  return typeof limits === 'function' ? limits(body, query) : limits;
}

/** Billing bound to one customer, with which nothing can be changed. */
export function bindReading(
  server: ServerContext,
  caller: Pick<Authenticated, 'customerId' | 'portal'>,
): Billing {
  return bind(server, caller, READ_ONLY);
}

function bind(
  { account, options, now }: ServerContext,
  { customerId, portal }: Pick<Authenticated, 'customerId' | 'portal'>,
  permit: Permit,
): Billing {
  return {
    gateway: account.forCustomer(customerId, permit),
    catalogue: account.catalogue,
    settings: portal.settings,
    previews: portal.previews,
    publishableKey: options.stripePublishableKey,
    now,
  };
}

/** Adds the one call that nobody is signed in for: the one that signs in. */
export function publicEndpoint<E extends Endpoint>(
  app: Hono,
  server: ServerContext,
  name: E,
  options: {
    body: v.GenericSchema<unknown, Body<E>>;
    status: 200 | 201;
    handle: (body: Body<E>, asker: Asker) => Promise<Result<E> | Json<Result<E>>>;
  },
): void {
  route(app, server, name, async (context) => {
    readQuery(context.req.url, NOTHING);
    const body = await readBody(context.req.raw, options.body);
    const asker: Asker = { ip: networkOfCaller(context) };
    const work = (): ReturnType<typeof options.handle> => options.handle(body, asker);
    return json(await server.gate.enter(() => readInTime(work)), options.status);
  });
}

/** @param requestId of the answer, for what a handler logs itself */
type Handler = (context: Context, requestId: string) => Promise<Reply>;

function route(app: Hono, server: ServerContext, name: Endpoint, handler: Handler): void {
  const [method = '', path = ''] = name.split(' ');
  const { allowedOrigins } = server.options;
  app.on('OPTIONS', path, ({ req }) =>
    preflightResponse(req.header('origin'), allowedOrigins, {
      method: req.header('access-control-request-method'),
      headers: req.header('access-control-request-headers'),
    }),
  );
  app.on(method, path, async function handleCall(context) {
    const begunAt = performance.now();
    const requestId = crypto.randomUUID();
    const origin = context.req.header('origin');
    let reply: Reply;
    try {
      checkOrigin(origin, allowedOrigins);
      refuseCredentialsIn(context.req.raw);
      reply = await handler(context, requestId);
    } catch (error) {
      reply = refuse(server, { error, requestId, call: name, context });
    }
    server.meter.request(name, reply.status, performance.now() - begunAt);
    const headers = { ...readableBy(origin), [REQUEST_ID_HEADER]: requestId };
    return respond(reply, headers, context.req.header('accept-encoding'));
  });
}

function callOf(context: Context): string {
  return `${context.req.method} ${new URL(context.req.url).pathname}`;
}

const NO_KEYS: Keys = { key: refuseToChange, keyOnce: refuseToChange };

function readIntent(context: Context): string {
  const result = v.safeParse(intentId, context.req.header(INTENT_HEADER));
  if (result.success) return result.output;
  throw new ProblemError('invalid-request', {
    field: INTENT_HEADER,
    detail: `Send ${INTENT_HEADER} with a new UUID for every thing that the customer wants.`,
  });
}

async function bodyOf<E extends Endpoint>(
  context: Context,
  { body }: EndpointOptions<E>,
): Promise<Body<E>> {
  if (!body) {
    await readBody(context.req.raw, NOTHING);
    return undefined as Body<E>;
  }
  if (!/^application\/json\b/.test(context.req.header('content-type') ?? '')) {
    throw new ProblemError('invalid-request', { detail: 'Send the body as application/json.' });
  }
  return readBody(context.req.raw, body);
}

function queryOf<E extends Endpoint>(context: Context, { query }: EndpointOptions<E>): Query<E> {
  if (query) return readQuery(context.req.url, query);
  readQuery(context.req.url, NOTHING);
  return undefined as Query<E>;
}

function json<T>(result: T | Json<T>, status: 200 | 201): Reply {
  return jsonReply(toJson(result), status);
}
