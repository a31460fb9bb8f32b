import type { SessionRequest, SessionResult } from '../contract/api.ts';
import type { Problem } from '../contract/problems.ts';
import { ConnectionError, ProblemError } from './failure.ts';

export interface Request {
  method: string;
  headers?: Record<string, string>;
  body?: unknown;
  timeoutMs?: number;
  /** Whether it is meant to change something. */
  isMutation?: boolean;
  fetch?: typeof fetch | undefined;
}

/**
 * Asks the server once.
 * @throws {ProblemError} where it refuses. @throws {ConnectionError} where no usable answer came.
 */
export async function send<T>(url: string, request: Request): Promise<T> {
  const { isMutation = false } = request;
  const response = await ask(url, request);
  const body: unknown = await response.json().catch(() => null);
  if (response.ok && body) return body as T;
  if (isProblem(body)) throw new ProblemError(body, isMutation);
  throw new ConnectionError('unreachable', isMutation);
}

/** Signs in. A plain-text body and no headers of our own: the browser needs no preflight. */
export async function signIn(
  { api, identity }: { api: string; identity: SessionRequest },
  options: Pick<Request, 'fetch' | 'timeoutMs'> = {},
): Promise<SessionResult> {
  return send(urlOf(api, '/v1/sessions'), { ...options, method: 'POST', body: identity });
}

export function urlOf(api: string, path: string): string {
  let { length } = api;
  while (api[length - 1] === '/') length -= 1;
  return api.slice(0, length) + path;
}

async function ask(url: string, request: Request): Promise<Response> {
  const { method, headers = {}, body, timeoutMs = 10_000, isMutation = false } = request;
  try {
    return await (request.fetch ?? fetch)(url, {
      method,
      headers,
      credentials: 'omit',
      signal: AbortSignal.timeout(timeoutMs),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch (error) {
    const isTimeout = error instanceof DOMException && error.name === 'TimeoutError';
    const fault = isTimeout ? 'timeout' : navigator.onLine ? 'unreachable' : 'offline';
    throw new ConnectionError(fault, isMutation);
  }
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && 'requestId' in body;
}
