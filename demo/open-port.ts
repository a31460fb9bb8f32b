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

export interface WantedPort {
  /** 0 takes any free one. */
  port: number;
  /** What it is for, as the person at the terminal knows it. */
  name: string;
  /** How that person chooses another one. */
  advice: string;
}

/** Somebody else has the port, or it may not be opened. The message is for the person at the terminal. */
export class PortUnavailableError extends Error {}

/**
 * Opens a port on this machine only. It is opened before there is anything to serve, because each
 * of the demo's servers must know the addresses of the others.
 */
export async function openPort(wanted: WantedPort): Promise<OpenPort> {
  const { port } = wanted;
  let handle: Handler = () => new Response('Starting…', { status: 503 });
  const server = createAdaptorServer({
    fetch: (request, env) => handle(request, env),
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(describeFailure(error, wanted)));
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

function describeFailure(error: NodeJS.ErrnoException, wanted: WantedPort): Error {
  const { port, name, advice } = wanted;
  if (error.code === 'EADDRINUSE') {
    return new PortUnavailableError(
      `Port ${port} (for ${name}) is already in use. Stop the program that has it, or choose another number: ${advice}`,
    );
  }
  if (error.code === 'EACCES') {
    return new PortUnavailableError(
      `Port ${port} (for ${name}) may not be opened by you. Choose one above 1023: ${advice}`,
    );
  }
  return error;
}
