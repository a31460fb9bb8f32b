import { createAdaptorServer } from '@hono/node-server';
import type { Http2Bindings, HttpBindings } from '@hono/node-server';

/** `env` is what `@hono/node-server` knows of the connection. */
export type Handler = (
  request: Request,
  env: HttpBindings | Http2Bindings,
) => Response | Promise<Response>;

export interface OpenPort {
  /** Origin, as a browser on this machine writes it. */
  url: string;
  /** Until this is called, every request is answered 503. */
  serve(handler: Handler): void;
  close(): Promise<void>;
}

/** Somebody else has the port, or it may not be opened. The message is for the person at the terminal. */
export class PortUnavailableError extends Error {}

/**
 * Opens a port on this machine only. It is opened before there is anything to serve, because each
 * of the demo's servers must know the addresses of the others. Port 0 takes any free one.
 */
export async function openPort({ port, name }: { port: number; name: string }): Promise<OpenPort> {
  let handle: Handler = () => new Response('Starting…', { status: 503 });
  const server = createAdaptorServer({
    fetch: (request, env) => handle(request, env),
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(describeFailure(error, { port, name })));
    server.listen(port, '127.0.0.1', () => resolve());
  });
  const address = server.address();
  const opened = address !== null && typeof address === 'object' ? address.port : port;
  return {
    url: `http://localhost:${opened}`,
    serve(handler) {
      handle = handler;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}

function describeFailure(
  error: NodeJS.ErrnoException,
  wanted: { port: number; name: string },
): Error {
  const { port, name } = wanted;
  if (error.code === 'EADDRINUSE') {
    return new PortUnavailableError(
      `Port ${port} (for ${name}) is already in use. Stop the program that has it, or choose ` +
        'another number; the demo takes that port and the next two: PORT=5000 npm run demo',
    );
  }
  if (error.code === 'EACCES') {
    return new PortUnavailableError(
      `Port ${port} (for ${name}) may not be opened by you. Choose one above 1023: PORT=5000 npm run demo`,
    );
  }
  return error;
}
