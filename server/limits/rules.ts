/** Every limit of this server, with its reason. A route of the API names its rules (endpoint.ts). */
import { PROBLEMS } from '../../contract/problems.ts';
import { isProblem, ProblemError } from '../problem.ts';

/** What is counted together. `subject` is what the call is about: a subscription, an identity. */
export type Per = 'ip' | 'ip-and-subject' | 'customer' | 'customer-and-subject';

export interface Rule {
  /** In this order; the first that is used up ends it, and what the others counted is given back. */
  windows: readonly Window[];
  /** Whether a call that ended so (null: well) counts. One under way always does. */
  counts: (error: unknown) => boolean;
}

export interface Window {
  per: Per;
  times: number;
  seconds: number;
}

const MINUTE = 60;
const HOUR = 3_600;
const DAY = 24 * HOUR;

const always = (): boolean => true;

/**
 * Whether Stripe may have done something. A refusal of ours is nothing, but for a payment that
 * failed: its invoice was made.
 */
function isTried(error: unknown): boolean {
  if (!(error instanceof ProblemError)) return true;
  if (error.code === 'not-applied' || error.code === 'stripe-unavailable') return false;
  const { status } = PROBLEMS[error.code];
  return status >= 500 || status === 402;
}

function isWrongCode(error: unknown): boolean {
  return isProblem(error, 'promotion-code-invalid');
}

export const RULES = {
  /**
   * A hash cannot be guessed, so this is against cost and noise. It is asked only after a hash was
   * found bad: a right one is never held up, whatever others do in its name. By network first, so
   * that one network cannot make up identities without end.
   */
  'failed-sign-in': {
    windows: [
      { per: 'ip', times: 100, seconds: 10 * MINUTE },
      { per: 'ip-and-subject', times: 10, seconds: 10 * MINUTE },
    ],
    counts: always,
  },
  /**
   * Neither can a token be guessed. A page that was open while a secret was taken away shows one, too,
   * and then signs in anew: as many pages as one network may have are let do so.
   */
  'forged-session': {
    windows: [{ per: 'ip', times: 600, seconds: 10 * MINUTE }],
    counts: always,
  },
  /** Mostly answered from memory (and so let in by `Gate.enter`): this ends only a loop. */
  kept: { windows: [{ per: 'customer', times: 600, seconds: MINUTE }], counts: always },
  /** Each costs calls of Stripe, of which an account has 25 in a second and endpoint. */
  read: { windows: [{ per: 'customer', times: 120, seconds: MINUTE }], counts: always },
  /** The most costly read: up to a dozen of Stripe's calls. */
  preview: { windows: [{ per: 'customer', times: 60, seconds: MINUTE }], counts: always },
  /** Whatever changes something; below the 200 an hour of Stripe's for one subscription. */
  change: {
    windows: [
      { per: 'customer', times: 30, seconds: MINUTE },
      { per: 'customer', times: 150, seconds: HOUR },
    ],
    counts: always,
  },
  /**
   * Stripe makes at most 10 invoices a minute and 20 a day for a subscription, those of the site
   * owner too: a customer who goes back and forth would lock himself out of his own renewal.
   * @see https://docs.stripe.com/rate-limits
   */
  'plan-change': {
    windows: [
      { per: 'customer-and-subject', times: 5, seconds: HOUR },
      { per: 'customer-and-subject', times: 15, seconds: DAY },
    ],
    counts: isTried,
  },
  /** As for a change of plan, but each would be a subscription of its own. */
  resubscribe: {
    windows: [
      { per: 'customer', times: 5, seconds: HOUR },
      { per: 'customer', times: 15, seconds: DAY },
    ],
    counts: isTried,
  },
  /** Whoever tries stolen cards tries many. */
  payment: {
    windows: [
      { per: 'customer', times: 10, seconds: HOUR },
      { per: 'customer', times: 30, seconds: DAY },
    ],
    counts: isTried,
  },
  /** The same; each opening of the form is one. */
  'setup-intent': {
    windows: [
      { per: 'customer', times: 20, seconds: HOUR },
      { per: 'customer', times: 60, seconds: DAY },
    ],
    counts: isTried,
  },
  /** A code is worth money and short enough to be guessed. Only wrong ones count. */
  'promotion-code': {
    windows: [
      { per: 'customer', times: 5, seconds: 10 * MINUTE },
      { per: 'customer', times: 20, seconds: DAY },
      { per: 'ip', times: 30, seconds: HOUR },
    ],
    counts: isWrongCode,
  },
} as const satisfies Record<string, Rule>;

export type RuleName = keyof typeof RULES;
