import type { StripeSimulator } from '../simulator.ts';

export interface RawCall {
  method?: string;
  path: string;
  form?: string;
  /** Empty: none. */
  key?: string;
  headers?: Record<string, string>;
}

export interface RawAnswer {
  status: number;
  headers: Headers;
  body: Record<string, unknown>;
  error: { type?: string; code?: string; param?: string; message: string } | undefined;
}

/** A call as it goes over the wire, with all that comes back; the SDK hides half of it. */
export async function call(simulator: StripeSimulator, request: RawCall): Promise<RawAnswer> {
  const answer = await simulator.fetch(requestOf(request));
  const body = (await answer.json()) as { error?: RawAnswer['error'] };
  return { status: answer.status, headers: answer.headers, error: body.error, body };
}

export function requestOf(request: RawCall, signal?: AbortSignal): Request {
  const { method = 'GET', path, form, key = 'sk_test_simulator' } = request;
  const headers = new Headers(request.headers);
  if (key !== '') headers.set('authorization', `Bearer ${key}`);
  if (form !== undefined && !headers.has('content-type')) {
    headers.set('content-type', 'application/x-www-form-urlencoded');
  }
  return new Request(`http://stripe.test${path}`, {
    method,
    headers,
    ...(form === undefined ? {} : { body: form }),
    ...(signal === undefined ? {} : { signal }),
  });
}
