import { Stripe } from 'stripe';
import { stripeOn } from '../../sdk.ts';
import type { StripeSimulator } from '../../simulator.ts';

export type Answer<Body> =
  { ok: true; body: Body } | { ok: false; status: number; code: string | null; message: string };

/** One call of the API by its path; the answer is not thrown, as a refusal is an answer, too. */
export type Call = <Body>(
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  params?: object,
) => Promise<Answer<Body>>;

interface Failed {
  error: { code?: string; message: string };
}

const headers = {
  authorization: 'Bearer sk_test_simulator',
  'content-type': 'application/x-www-form-urlencoded',
};

/** Calls with forms made by hand: some times faster than the SDK. */
export function formCaller(simulator: StripeSimulator): Call {
  return async <Body>(method: string, path: string, params: object = {}) => {
    const form = new URLSearchParams(pairsOf(params)).toString();
    const isPost = method === 'POST';
    const url = `http://stripe.test${path}${isPost || form === '' ? '' : `?${form}`}`;
    const request = new Request(url, { method, headers, ...(isPost ? { body: form } : {}) });
    const response = await simulator.fetch(request);
    const body: unknown = await response.json();
    if (response.status === 200) return { ok: true, body: body as Body };
    const { code = null, message } = (body as Failed).error;
    return { ok: false, status: response.status, code, message };
  };
}

/** Calls through the official SDK, by its raw requests. */
export function sdkCaller(simulator: StripeSimulator): Call {
  const stripe = stripeOn(simulator);
  return async <Body>(method: string, path: string, params: object = {}) => {
    try {
      const query = new URLSearchParams(pairsOf(params)).toString();
      const body: unknown =
        method === 'POST'
          ? await stripe.rawRequest(method, path, { ...params })
          : await stripe.rawRequest(method, query === '' ? path : `${path}?${query}`);
      return { ok: true, body: body as Body };
    } catch (error) {
      if (!(error instanceof Stripe.errors.StripeError)) throw error;
      const { statusCode: status = 0, code = null, message } = error;
      return { ok: false, status, code, message };
    }
  };
}

/** The body of an answer that must not be a refusal. */
export function bodyOf<Body>(answer: Answer<Body>): Body {
  if (answer.ok) return answer.body;
  throw new Error(`Refused: ${answer.status} ${answer.message}`);
}

export function idOf(value: string | { id: string }): string {
  return typeof value === 'string' ? value : value.id;
}

/** `{items: [{price: 'p'}]}` is `items[0][price]=p`; what is undefined is not sent. */
function pairsOf(value: unknown, name = ''): [string, string][] {
  if (typeof value === 'string') return [[name, value]];
  if (typeof value === 'number' || typeof value === 'boolean') return [[name, `${value}`]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]: [string, unknown]) =>
    pairsOf(child, name === '' ? key : `${name}[${key}]`),
  );
}
