import { Pieces, type Ask } from './ask.ts';

/** Asks with the platform's `fetch`: for Workers, Deno and Bun, and wherever nothing else is given. */
export function createFetchAsk(platformFetch: typeof fetch = fetch): Ask {
  return async ({ url, method, headers, body, timeoutMs }) => {
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), timeoutMs);
    try {
      const response = await platformFetch(url, {
        method,
        headers,
        redirect: 'manual',
        signal: late.signal,
        ...(body !== undefined && { body }),
      });
      const text = await readWhole(response, late.signal);
      return { status: response.status, headers: Object.fromEntries(response.headers), text };
    } finally {
      clearTimeout(timer);
    }
  };
}

async function readWhole({ body }: Response, signal: AbortSignal): Promise<string> {
  const reader = body?.getReader();
  if (!reader) return '';
  const stop = (): void => void reader.cancel().catch(() => {});
  signal.addEventListener('abort', stop);
  const pieces = new Pieces();
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      pieces.add(piece.value);
    }
    // A reading that was given up ends like one that is complete.
    signal.throwIfAborted();
    return pieces.end();
  } finally {
    stop();
  }
}
