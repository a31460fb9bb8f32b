import type { WireContext } from '../wire/context.ts';
import { headersOf, reply } from '../wire/reply.ts';
import type { Answer } from '../wire/reply.ts';
import { breakBody, resetConnection } from './connection.ts';
import type { NodeBindings } from './connection.ts';
import type { WireFault } from './fault-rule.ts';
import type { Faults } from './faults.ts';

/** Brings an answer to the client in the way that the fault wants. */
export async function deliver(
  context: WireContext,
  answer: Answer,
  { fault, faults, signal }: { fault: WireFault; faults: Faults; signal: () => AbortSignal },
): Promise<Response> {
  const headers = headersOf(context, answer);
  switch (fault.kind) {
    case 'status':
      return reply(context, answer);
    case 'latency':
    case 'hang':
      await faults.hold(fault, signal());
      return reply(context, answer);
    case 'reset-before-headers':
      return resetConnection(nodeOf(context));
    case 'reset-mid-body':
      return breakBody(nodeOf(context), answer, headers);
    case 'truncated-json':
      return reply(context, { ...answer, body: answer.body.slice(0, answer.body.length / 2) });
    case 'html-instead-of-json':
      return reply(context, {
        status: fault.status,
        body: HTML,
        headers: { 'content-type': 'text/html' },
      });
    case 'slow-body':
      return new Response(slowly(answer.body, { fault, faults, signal: signal() }), {
        status: answer.status,
        headers,
      });
  }
}

const HTML = `<!doctype html>
<html><head><title>502 Bad Gateway</title></head>
<body><h1>502 Bad Gateway</h1><p>Something between you and the API has answered in its place.</p></body></html>
`;

function nodeOf(context: WireContext): NodeBindings | null {
  return context.env?.outgoing === undefined ? null : { outgoing: context.env.outgoing };
}

/** A piece at a time, until all is said or nobody listens any more. */
function slowly(
  body: string,
  way: {
    fault: Extract<WireFault, { kind: 'slow-body' }>;
    faults: Faults;
    signal: AbortSignal;
  },
): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(body);
  const gone = new AbortController();
  const signal = AbortSignal.any([gone.signal, way.signal]);
  let at = 0;
  return new ReadableStream({
    async pull(controller) {
      const isOpen = await way.faults.waits.wait(way.fault.everyMs, signal).then(
        () => true,
        () => false,
      );
      const chunk = bytes.subarray(at, (at += way.fault.chunkBytes));
      if (isOpen && chunk.length > 0) controller.enqueue(chunk);
      if (!isOpen || at >= bytes.length) controller.close();
    },
    cancel: () => gone.abort(),
  });
}
