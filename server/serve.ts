import { serve, type Http2Bindings, type HttpBindings } from '@hono/node-server';
import type { PortalServer } from './index.ts';
import { SetupError } from './portal-file.ts';

export interface RunningServer {
  port: number;
  stop(): Promise<void>;
}

/** Listens with Node. Rejects where the port is taken; `port` 0 takes a free one. */
export function listen(server: PortalServer, port: number): Promise<RunningServer> {
  return new Promise((resolve, reject) => {
    const answer = (
      request: Request,
      { incoming }: HttpBindings | Http2Bindings,
    ): Promise<Response> => server.fetch(request, { ip: incoming.socket.remoteAddress });
    const node = serve({ fetch: answer, port }, (address) => {
      resolve({
        port: address.port,
        stop: () =>
          new Promise((stopped) => {
            node.close(() => stopped());
            if ('closeAllConnections' in node) node.closeAllConnections();
          }),
      });
    });
    node.once('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE';
      reject(isTaken ? new SetupError(`PORT ${port} is already in use: set another.`) : error);
    });
  });
}
