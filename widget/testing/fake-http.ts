import { INTENT_HEADER, type Endpoint } from '../../contract/api.ts';
import { PROBLEMS, type Problem, type ProblemCode } from '../../contract/problems.ts';

export interface FakeCall {
  endpoint: Endpoint;
  id: string;
  body: unknown;
  intent: string | null;
  token: string | null;
  contentType: string | null;
  query: URLSearchParams;
}

/** How one call is to go wrong: a problem, or no answer at all. */
export type Fault = ProblemCode | 'network' | Partial<Problem>;

/** What was asked, as a handler wants it. */
export function readCall(input: Parameters<typeof fetch>[0], init: RequestInit): FakeCall {
  const url = new URL(input instanceof Request ? input.url : String(input), 'https://api.example');
  const path = url.pathname.slice(url.pathname.indexOf('/v1/'));
  const id = /^\/v1\/(?:subscriptions|invoices|payment-methods)\/(\w+_\w+)/.exec(path)?.[1] ?? '';
  const name = `${init.method ?? 'GET'} ${id ? path.replace(id, ':id') : path}`;
  const headers = new Headers(init.headers);
  return {
    // The type of `#answers` makes sure that every endpoint is there; another one fails the test.
    endpoint: name as Endpoint,
    id,
    body: typeof init.body === 'string' ? JSON.parse(init.body) : null,
    intent: headers.get(INTENT_HEADER),
    token: headers.get('Authorization')?.replace('Bearer ', '') ?? null,
    contentType: headers.get('Content-Type'),
    query: url.searchParams,
  };
}

/** The answer for a fault; rejects, as fetch does, where there is to be none. */
export function failWith(fault: Fault): Response {
  if (fault === 'network') throw new TypeError('Failed to fetch');
  const code = typeof fault === 'string' ? fault : (fault.code ?? 'internal');
  const problem: Problem = {
    type: `about:blank#${code}`,
    code,
    ...PROBLEMS[code],
    requestId: 'req_fake_1',
    ...(typeof fault === 'string' ? {} : fault),
  };
  const headers = { 'Content-Type': 'application/problem+json' };
  return Response.json(problem, { status: problem.status, headers });
}
