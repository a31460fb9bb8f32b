import type { Server, ServerOptions } from 'node:http';
import { createAdaptorServer, type Http2Bindings, type HttpBindings } from '@hono/node-server';
import type { PortalServer } from './index.ts';
import { SetupError } from './portal-file.ts';
import { HTTPS_HEADER } from './reply.ts';

export interface RunningServer {
  port: number;
  /** Takes no new connection; requests under way may end within `graceMs`, by default not at all. */
  stop(graceMs?: number): Promise<void>;
}

/** Whoever sends slowly, or nothing, is not waited for; a proxy may keep its connections for a minute. */
export const TIMES = {
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 2_000,
} satisfies ServerOptions;

const MAX_CONNECTIONS = 10_000;
const SWEEP_MS = 50;

interface ListenOptions {
  /** Whether browsers reach us by https, through a proxy that ends it. */
  isBehindHttps?: boolean;
  times?: ServerOptions;
}

/** Listens with Node. Rejects where the port is taken; `port` 0 takes a free one. */
export function listen(
  server: Pick<PortalServer, 'fetch'>,
  port: number,
  { isBehindHttps = false, times = TIMES }: ListenOptions = {},
): Promise<RunningServer> {
  const answer = (
    request: Request,
    { incoming }: HttpBindings | Http2Bindings,
  ): Promise<Response> => server.fetch(request, { ip: incoming.socket.remoteAddress });
  const node = createAdaptorServer({ fetch: answer, serverOptions: times }) as Server;
  node.maxConnections = MAX_CONNECTIONS;
  if (isBehindHttps) {
    node.prependListener('request', (_, response) => response.setHeader(...HTTPS_HEADER));
  }
  return new Promise((resolve, reject) => {
    node.once('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE';
      reject(isTaken ? new SetupError(`PORT ${port} is already in use: set another.`) : error);
    });
    node.listen(port, () => {
      const address = node.address();
      resolve({
        port: typeof address === 'object' && address ? address.port : port,
        stop: (graceMs = 0) => stop(node, graceMs),
      });
    });
  });
}

/** A connection that is kept alive becomes idle only when its request has ended. */
function stop(node: Server, graceMs: number): Promise<void> {
  return new Promise((stopped) => {
    const sweep = setInterval(() => node.closeIdleConnections(), SWEEP_MS);
    const end = setTimeout(() => node.closeAllConnections(), graceMs);
    node.close(() => {
      clearInterval(sweep);
      clearTimeout(end);
      stopped();
    });
    if (graceMs === 0) node.closeAllConnections();
  });
}
