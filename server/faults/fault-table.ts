import type { FaultInput } from '../../demo/stripe/faults/fault-rule.ts';

export type When = 'before' | 'after';
type WireFault = NonNullable<Extract<FaultInput, { when?: unknown }>['fault']>;

/** What goes wrong, and where: on the line to Stripe, at Stripe, in the store, or around us. */
export type Trouble =
  | { at: 'stripe'; fault: WireFault }
  /** Refused by the bank where the operation takes money, by Stripe where it does not. */
  | { at: 'bank'; declineCode: 'insufficient_funds'; code: string }
  /** A 500 that Stripe has stored, and answers again for the same key. */
  | { at: 'stored-500' }
  /** Nobody answers: nothing of this ever reaches Stripe. */
  | { at: 'line'; code: 'ECONNREFUSED' | 'ENOTFOUND' | 'silence' }
  /** The answer is none that we know. */
  | { at: 'answer'; edits: readonly (readonly [RegExp, string])[] }
  | { at: 'process'; end: 'kill' | 'drain' }
  | { at: 'store'; ways: readonly ('down' | 'hang' | 'read-only' | 'flushed')[] }
  | { at: 'clock'; seconds: readonly number[] }
  | { at: 'webhooks'; ways: readonly ('five times' | 'reordered' | 'late' | 'lost')[] }
  | { at: 'browser'; ways: readonly ('double tap' | 'two tabs' | 'abort')[] }
  | { at: 'log' };

export interface Fault {
  name: string;
  trouble: Trouble;
}

const stripe = (name: string, fault: WireFault): Fault => ({
  name,
  trouble: { at: 'stripe', fault },
});
const status = (name: string, code: number, more: object = {}): Fault =>
  stripe(name, { kind: 'status', status: code, ...more });

/** A line each. What has no `after` of its own comes after the call that was chosen: at the next. */
export const FAULTS: Fault[] = [
  status('429 bare', 429),
  status('429 with Retry-After', 429, { headers: { 'retry-after': '2' } }),
  status('429 lock_timeout', 429, { code: 'lock_timeout', shouldRetry: true }),
  { name: '500 stored for the key', trouble: { at: 'stored-500' } },
  status('500', 500),
  stripe('502 as a page', { kind: 'html-instead-of-json' }),
  status('503 with Retry-After', 503, { headers: { 'retry-after': '20' } }),
  { name: 'connection refused', trouble: { at: 'line', code: 'ECONNREFUSED' } },
  { name: 'no such host', trouble: { at: 'line', code: 'ENOTFOUND' } },
  { name: 'no connection in time', trouble: { at: 'line', code: 'silence' } },
  stripe('no headers in time', { kind: 'hang' }),
  stripe('headers after 4 s', { kind: 'latency', ms: 4_000 }),
  stripe('reset before headers', { kind: 'reset-before-headers' }),
  stripe('reset within the body', { kind: 'reset-mid-body' }),
  stripe('a body that drips', { kind: 'slow-body', chunkBytes: 16, everyMs: 500 }),
  stripe('half of the JSON', { kind: 'truncated-json' }),
  stripe('200 as a page', { kind: 'html-instead-of-json', status: 200 }),
  {
    name: 'an unknown word, a missing field',
    trouble: {
      at: 'answer',
      edits: [
        [/"status":"\w+"/g, '"status":"dormant"'],
        [/"(latest_invoice|default_payment_method|discounts)":/g, '"gone":'],
      ],
    },
  },
  status('409 key in use', 409),
  status('400 key used for something else', 400, { type: 'idempotency_error' }),
  status('401 key revoked', 401),
  status('403 restricted key', 403),
  {
    name: '402 declined',
    trouble: { at: 'bank', declineCode: 'insufficient_funds', code: 'card_declined' },
  },
  { name: 'SIGKILL', trouble: { at: 'process', end: 'kill' } },
  { name: 'SIGTERM, and another instance', trouble: { at: 'process', end: 'drain' } },
  {
    name: 'Redis in trouble',
    trouble: { at: 'store', ways: ['down', 'hang', 'read-only', 'flushed'] },
  },
  { name: 'clock off', trouble: { at: 'clock', seconds: [300, -300, 3600, -3600] } },
  {
    name: 'webhooks in disorder',
    trouble: { at: 'webhooks', ways: ['five times', 'reordered', 'late', 'lost'] },
  },
  {
    name: 'an impatient browser',
    trouble: { at: 'browser', ways: ['double tap', 'two tabs', 'abort'] },
  },
  { name: 'log blocked', trouble: { at: 'log' } },
];
