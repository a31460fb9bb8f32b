import * as v from 'valibot';
import { declineCodes } from '../payments/declines.ts';

const milliseconds = v.pipe(v.number(), v.minValue(0));
const httpStatus = v.pipe(v.number(), v.integer(), v.minValue(200), v.maxValue(599));

/** How long an answer takes. */
const latency = v.union([
  v.strictObject({ kind: v.literal('latency'), ms: milliseconds }),
  v.strictObject({
    kind: v.literal('latency'),
    distribution: v.literal('uniform'),
    fromMs: milliseconds,
    toMs: milliseconds,
  }),
  v.strictObject({
    kind: v.literal('latency'),
    distribution: v.literal('exponential'),
    meanMs: milliseconds,
  }),
]);

const fault = v.union([
  /** An answer of this status; the body is the one that Stripe would give with it. */
  v.strictObject({
    kind: v.literal('status'),
    status: httpStatus,
    type: v.optional(v.string()),
    code: v.optional(v.string()),
    declineCode: v.optional(v.string()),
    message: v.optional(v.string()),
    headers: v.optional(v.record(v.string(), v.string())),
    /** `Stripe-Should-Retry`; left out where it is left out here. */
    shouldRetry: v.optional(v.boolean()),
  }),
  v.strictObject({ kind: v.literal('reset-before-headers') }),
  v.strictObject({ kind: v.literal('reset-mid-body') }),
  v.strictObject({
    kind: v.literal('slow-body'),
    chunkBytes: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 64),
    everyMs: v.optional(milliseconds, 100),
  }),
  v.strictObject({ kind: v.literal('truncated-json') }),
  v.strictObject({
    kind: v.literal('html-instead-of-json'),
    status: v.optional(httpStatus, 502),
  }),
  /** Until the client goes away, or `release` is called. */
  v.strictObject({ kind: v.literal('hang') }),
  latency,
]);

const match = v.strictObject({
  method: v.optional(v.picklist(['GET', 'POST', 'DELETE'])),
  /** `/v1/invoices/in_1/pay`, or a pattern: `:id` is one part of the path, `*` is anything. */
  path: v.optional(v.pipe(v.string(), v.startsWith('/'))),
  /** A customer that the call is about, by any id in its path or its parameters. */
  customer: v.optional(v.string()),
  /** From the nth fitting call on; 1 is the next one. */
  nth: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 1),
});

const times = v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 1);

/** What goes wrong on the wire, when, and how often. */
export const wireFaultSchema = v.strictObject({
  match: v.optional(match, {}),
  /**
   * `before`: Stripe does nothing, or takes its time to begin. `after`: the effect is there, and
   * only the answer suffers.
   */
  when: v.optional(v.picklist(['before', 'after']), 'before'),
  times,
  fault,
});

/** The next payments are refused by the bank, whoever asks for them. */
export const bankFaultSchema = v.strictObject({
  match: v.optional(
    v.strictObject({
      customer: v.optional(v.string()),
      nth: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 1),
    }),
    {},
  ),
  times,
  fault: v.strictObject({
    kind: v.literal('payment-declines'),
    declineCode: v.optional(v.picklist(declineCodes()), 'generic_decline'),
  }),
});

export const faultSchema = v.union([bankFaultSchema, wireFaultSchema]);

export type FaultInput = v.InferInput<typeof faultSchema>;
export type WireFaultRule = v.InferOutput<typeof wireFaultSchema>;
export type BankFaultRule = v.InferOutput<typeof bankFaultSchema>;
export type FaultRule = WireFaultRule | BankFaultRule;
export type WireFault = WireFaultRule['fault'];
export type StatusFault = Extract<WireFault, { kind: 'status' }>;
export type Latency = Extract<WireFault, { kind: 'latency' }>;

export function isBankRule(rule: FaultRule): rule is BankFaultRule {
  return rule.fault.kind === 'payment-declines';
}
