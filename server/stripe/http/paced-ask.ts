import type { Answer, Ask } from './ask.ts';
import { endpointOf } from './endpoint-of.ts';

/** Whoever would wait for longer is told at once: of its time there would be too little left. */
const MAX_WAIT_MS = 3_000;
/**
 * Once it was too long, nobody is let in until the wait is this short again. One view makes five calls at
 * once: if every turn that comes free were given away, each new view would get one for its first
 * call and none for the others, and all of them would be for nothing.
 */
const OPEN_AGAIN_MS = 1_500;

export interface Pace {
  /** Calls a second on each endpoint; a quarter as many may come at once before. */
  perSecond: number;
  /** The same for all endpoints together. */
  perSecondInAll: number;
}

/**
 * The part of the pace in all that only changes have: one write in the middle of a change does not
 * wait behind all that is being read, and is not refused for it.
 */
const SHARE_OF_WRITES = 1 / 10;

/**
 * Asks no faster than this. Stripe takes 25 calls a second on an endpoint from the whole account, and
 * 100 in all (25 with a test key): without a pace, all customers at once (after a restart, say)
 * would have the site owner's own calls refused, his checkout among them. What is too much waits
 * its turn, or is refused here as Stripe would refuse it, which says for certain that nothing was
 * done. What changes something goes first: it takes a turn of its own or one of all, whichever comes
 * sooner.
 * @see https://docs.stripe.com/rate-limits
 */
export function createPacedAsk(ask: Ask, { perSecond, perSecondInAll }: Pace): Ask {
  const forAll = new Turns(perSecondInAll * (1 - SHARE_OF_WRITES), perSecondInAll / 4);
  const forWrites = new Turns(perSecondInAll * SHARE_OF_WRITES);
  const endpoints = new Map<string, Turns>();
  return async (question) => {
    const endpoint = endpointOf(question);
    const own = endpoints.get(endpoint) ?? new Turns(perSecond);
    endpoints.set(endpoint, own);
    const nowMs = performance.now();
    const isSooner = forWrites.waitMs(nowMs) <= forAll.waitMs(nowMs);
    const inAll = isSooner && isWrite(endpoint) ? forWrites : forAll;
    if (inAll.isFull(nowMs) || own.isFull(nowMs)) return tooMany();
    const waitMs = Math.max(inAll.waitMs(nowMs), own.waitMs(nowMs));
    // At least half of its time is to be left for the answer.
    if (waitMs > question.timeoutMs / 2) return tooMany();
    for (const turns of [inAll, own]) turns.take(nowMs);
    if (waitMs > 0) await sleep(waitMs);
    return ask({ ...question, timeoutMs: question.timeoutMs - waitMs });
  };
}

/** A preview is a POST, and changes nothing. */
function isWrite(endpoint: string): boolean {
  return !endpoint.startsWith('GET ') && !endpoint.endsWith('/create_preview');
}

/** Who may go when, in the order in which they come (the generic cell rate algorithm). */
class Turns {
  readonly #stepMs: number;
  readonly #burstMs: number;
  /** When the next turn would be on time, if there were no burst. */
  #nextAtMs = 0;
  #isFull = false;

  /** With a quarter at once, no second has more than Stripe takes: 5 and 20 of 25, 20 and 80 of 100. */
  constructor(perSecond: number, atOnce = perSecond / 4) {
    this.#stepMs = 1_000 / perSecond;
    this.#burstMs = (Math.max(1, atOnce) - 1) * this.#stepMs;
  }

  isFull(nowMs: number): boolean {
    this.#isFull = this.waitMs(nowMs) > (this.#isFull ? OPEN_AGAIN_MS : MAX_WAIT_MS);
    return this.#isFull;
  }

  waitMs(nowMs: number): number {
    return Math.max(0, this.#nextAtMs - nowMs - this.#burstMs);
  }

  take(nowMs: number): void {
    this.#nextAtMs = Math.max(this.#nextAtMs, nowMs) + this.#stepMs;
  }
}

/** Without Stripe's name for a request: it never got there. */
function tooMany(): Answer {
  const message = 'Not sent: this server asks Stripe no faster than its pace.';
  const error = { type: 'invalid_request_error', code: 'rate_limit', message };
  return { status: 429, headers: {}, text: JSON.stringify({ error }) };
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
