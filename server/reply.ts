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

/**
 * On every answer, of whatever kind. Nothing here is a page: whoever opens an answer as one sees
 * text that runs nothing, loads nothing and is framed by nobody. A script that another site loads
 * is under that site's own policy, not under this one.
 */
export const BASE_HEADERS = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
  'cross-origin-opener-policy': 'same-origin',
} as const;

/**
 * On every answer but the scripts: nobody keeps a copy, and no site may load it as if it were an
 * image. What a page fetches with CORS, as the widget does, is not held to this.
 */
export const PRIVATE_HEADERS = {
  ...BASE_HEADERS,
  'cache-control': 'no-store',
  'cross-origin-resource-policy': 'same-origin',
} as const;

/** Never over http, where anybody on the way could have set it (RFC 6797, 7.2). */
export const HTTPS_HEADER = ['strict-transport-security', 'max-age=31536000'] as const;

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
  const all: Record<string, string> = { ...PRIVATE_HEADERS, 'content-type': type, ...headers };
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
