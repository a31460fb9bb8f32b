import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Answer } from '../wire/reply.ts';

/** Node's own objects for a call that came over a port, as `@hono/node-server` hands them on. */
export interface NodeBindings {
  outgoing: {
    socket: { destroy(): unknown; resetAndDestroy(): unknown } | null;
    writeHead(status: number, headers: Record<string, string>): unknown;
    write(chunk: string, onFlushed: () => void): unknown;
  };
}

/** A call that is never answered. `cause` is what a `fetch` in process is rejected with. */
export class NoAnswer extends Error {
  constructor(cause: unknown) {
    super('The connection ended without an answer.', { cause });
  }
}

/** Ends the connection before anything was said: TCP's RST on a port. */
export function resetConnection(node: NodeBindings | null): Response {
  if (node === null) throw new NoAnswer(connectionReset('fetch failed'));
  node.outgoing.socket?.resetAndDestroy();
  return RESPONSE_ALREADY_SENT;
}

/** Says half of it, promises the rest, and is gone. */
export function breakBody(
  node: NodeBindings | null,
  answer: Answer,
  headers: Record<string, string>,
): Response {
  const half = answer.body.slice(0, Math.ceil(answer.body.length / 2));
  if (node === null) return new Response(brokenStream(half), { status: answer.status, headers });
  const { outgoing } = node;
  const length = String(new TextEncoder().encode(answer.body).length);
  outgoing.writeHead(answer.status, { ...headers, 'content-length': length });
  outgoing.write(half, () => outgoing.socket?.destroy());
  return RESPONSE_ALREADY_SENT;
}

/** The first chunk is read, and then there is nothing but the error. */
function brokenStream(text: string): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode(text)),
    pull: (controller) => controller.error(connectionReset('terminated')),
  });
}

/** As Node's `fetch` reports it. */
function connectionReset(message: string): TypeError {
  const cause = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
  return new TypeError(message, { cause });
}
