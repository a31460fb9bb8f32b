/** A Stripe that answers as planned, and remembers to the letter what it was asked. */
import type { Question } from '../stripe/http/ask.ts';
import { createStripeClient } from '../stripe/client.ts';

export interface Asked {
  method: string;
  path: string;
  /** The query of a read, or the body of a write, decoded. */
  params: Record<string, string>;
  key: string | null;
}

interface Planned {
  status?: number;
  headers?: Record<string, string>;
  body: unknown;
}

/** @param answer What Stripe says to one question; by default an object of customer `cus_ownOwnOwn1`. */
export function setWire(answer: (asked: Asked) => Planned) {
  const asked: Asked[] = [];
  const stripe = createStripeClient({
    secretKey: 'sk_test_wire',
    ask: async (question) => {
      const one = readQuestion(question);
      asked.push(one);
      const { status = 200, headers, body } = answer(one);
      return {
        status,
        headers: { 'request-id': 'req_wire', ...headers },
        text: JSON.stringify(body),
      };
    },
  });
  return { stripe, asked };
}

function readQuestion({ method, url, headers, body }: Question): Asked {
  const { pathname, searchParams } = new URL(url);
  const params = method === 'POST' ? new URLSearchParams(body ?? '') : searchParams;
  return {
    method,
    path: pathname,
    params: Object.fromEntries(params),
    key: headers['Idempotency-Key'] ?? null,
  };
}
