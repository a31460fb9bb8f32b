/**
 * How an answer leaves. Its headers are all known when it is made: on Node, an answer of a text and
 * a plain object of headers is written straight to the socket, and any later touch of `headers`
 * makes it several times as slow (measured: bench/).
 */
export interface Reply {
  text: string;
  status: number;
  type: 'application/json' | 'application/problem+json';
  retryAfterS?: number | undefined;
}

/** On every answer, of whatever kind. */
export const BASE_HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
} as const;

/** Shorter ones fit into one packet anyway. */
const PACKED_FROM_LENGTH = 1_024;

export function jsonReply(text: string, status: 200 | 201): Reply {
  return { text, status, type: 'application/json' };
}

/** @param acceptEncoding what the browser takes; gzip is all that is offered */
export function respond(
  { text, status, type, retryAfterS }: Reply,
  headers: Record<string, string>,
  acceptEncoding: string | undefined,
): Response {
  const all: Record<string, string> = { ...BASE_HEADERS, 'content-type': type, ...headers };
  if (retryAfterS !== undefined) all['retry-after'] = String(retryAfterS);
  if (text.length < PACKED_FROM_LENGTH || !/\bgzip\b/.test(acceptEncoding ?? '')) {
    return new Response(text, { status, headers: all });
  }
  const vary = [headers['vary'], 'Accept-Encoding'].filter(Boolean).join(', ');
  return new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip')), {
    status,
    headers: { ...all, 'content-encoding': 'gzip', vary },
  });
}
