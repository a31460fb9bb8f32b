import { Hono } from 'hono';
import type { Context } from 'hono';
import * as v from 'valibot';
import type { StripeSimulator } from '../simulator.ts';
import { ControlError } from './control-call.ts';
import type { ControlCall } from './control-call.ts';
import { CONTROL_CALLS } from './control-calls.ts';

/**
 * The simulator's own calls, in JSON, under `/_control`: what a test in another process or another
 * language needs, and what Stripe does not have. Closed unless it was opened, and never open to
 * the pages of other sites: it takes JSON only, and no browser sends that across without asking.
 */
export function createControl(simulator: StripeSimulator, options: { isOpen: boolean }): Hono {
  const app = new Hono();
  app.use(async (_context, next) => {
    if (!options.isOpen) throw new ControlError(403, CLOSED);
    await next();
  });
  app.get('/_control', (context) =>
    context.json({
      calls: CONTROL_CALLS.map(({ method, path, what }) => ({ method, path, what })),
    }),
  );
  for (const call of CONTROL_CALLS) {
    app.on(call.method, call.path, (context) => answer(simulator, call, context));
  }
  app.notFound((context) => {
    const message = `There is no ${context.req.method} ${context.req.path}; GET /_control lists what there is.`;
    return context.json({ error: { message } }, 404);
  });
  app.onError((error, context) => {
    if (error instanceof ControlError) return refuse(context, error.status, error.message);
    if (error instanceof v.ValiError || error instanceof RangeError) {
      return refuse(context, 400, messageOf(error));
    }
    return refuse(context, 500, error.message);
  });
  return app;
}

const CLOSED =
  'The control is closed. Open it with the option `control: true`, or with SIMULATOR_CONTROL=1 for `npm run simulator`.';

async function answer(
  simulator: StripeSimulator,
  call: ControlCall,
  context: Context,
): Promise<Response> {
  const body = call.method === 'POST' ? await readJson(context) : {};
  const result = await call.run(simulator, { id: context.req.param('id') ?? '', body });
  return context.json(result ?? {});
}

async function readJson(context: Context): Promise<unknown> {
  if (!/^application\/json\s*(;|$)/i.test(context.req.header('content-type') ?? '')) {
    throw new ControlError(415, 'Send JSON, with the content type application/json.');
  }
  const text = await context.req.text();
  try {
    return text === '' ? {} : JSON.parse(text);
  } catch {
    throw new ControlError(400, 'This is not JSON.');
  }
}

function refuse(context: Context, status: 400 | 403 | 404 | 415 | 500, message: string): Response {
  return context.json({ error: { message } }, status);
}

/** Names what is wrong by its path, so that a rule can be mended without this code at hand. */
function messageOf(error: RangeError | v.ValiError<v.GenericSchema>): string {
  if (!(error instanceof v.ValiError)) return error.message;
  return error.issues
    .map((issue) => [v.getDotPath(issue), issue.message].filter(Boolean).join(': '))
    .join('; ');
}
