/**
 * The entry for Cloudflare Workers, or any host that runs modules with a `fetch`: bindings in,
 * answers out. The widget's files are static assets of the host (docs/workers.md).
 * @see https://developers.cloudflare.com/workers/runtime-apis/handlers/fetch/
 */
import { createPortal, type PortalServer } from './index.ts';
import { createLog } from './log.ts';
import { readOptions, type Environment } from './options.ts';
import { SetupError } from './portal-file.ts';
import { createFetchAsk } from './stripe/http/fetch-ask.ts';
import { createPacedAsk } from './stripe/http/paced-ask.ts';

/** Variables and secrets are texts; other bindings are none of our business. */
type Bindings = Record<string, unknown>;

interface Invocation {
  waitUntil(work: Promise<unknown>): void;
}

/** A webhook reaches one of many isolates; the others do not hear of it. */
const DEFAULTS: Environment = { PORTICO_CACHE_SECONDS: '10' };

/** Started with the first request: outside of one, a Worker may neither ask nor draw random numbers. */
let portal: PortalServer | null = null;

export default {
  async fetch(request: Request, bindings: Bindings, invocation: Invocation): Promise<Response> {
    try {
      portal ??= start(bindings);
    } catch (error) {
      if (!(error instanceof SetupError)) throw error;
      console.error(`Portico cannot start:\n${error.message}`);
      return new Response('Portico is not set up. Its log says why.', { status: 503 });
    }
    const answer = portal.fetch(unpacked(request), {
      ip: request.headers.get('cf-connecting-ip') ?? undefined,
    });
    // Others may wait for what this request has begun to read, and a change is never left halfway:
    // so the work goes on even where the browser has gone away.
    invocation.waitUntil(answer);
    return answer;
  },
};

function start(bindings: Bindings): PortalServer {
  const options = readOptions({ ...DEFAULTS, ...textsOf(bindings) });
  return createPortal(options, {
    ask: createPacedAsk(createFetchAsk(), options.stripePace),
    log: createLog((line) => console.log(line)),
  });
}

function textsOf(bindings: Bindings): Environment {
  return Object.fromEntries(
    Object.entries(bindings).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  );
}

/** The host packs answers itself; one that is already packed it would pack once more. */
function unpacked(request: Request): Request {
  const headers = new Headers(request.headers);
  headers.delete('accept-encoding');
  return new Request(request, { headers });
}
