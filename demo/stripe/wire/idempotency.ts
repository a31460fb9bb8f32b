import { StripeFault } from './fault.ts';

/** An answer that has been given, with the id of the request that it was given to. */
export interface Kept {
  status: number;
  body: string;
  requestId: string;
}

interface Entry {
  fingerprint: string;
  at: number;
  /** Null while the first request is on its way. */
  answer: Kept | null;
}

export interface Use {
  apiKey: string;
  idempotencyKey: string;
  /** Method, path and parameters: what must be the same again. */
  fingerprint: string;
}

const KEPT_SECONDS = 86_400;

/**
 * What was answered to a key, per API key. Answers are kept for a day of simulated time, whatever
 * they were, once the work had begun; a request that never got so far leaves nothing.
 * @see https://docs.stripe.com/api/idempotent_requests
 */
export class IdempotencyKeys {
  /** In the order of use, so that the oldest are found first. */
  readonly #entries = new Map<string, Entry>();

  /**
   * The old answer, if there is one; otherwise the key is taken until `keep` or `release`.
   * @throws 400 where it was used for something else, 409 while its first request is in flight.
   */
  take(use: Use, now: number): Kept | null {
    this.#prune(now);
    const entry = this.#entries.get(nameOf(use));
    if (entry === undefined) {
      this.#entries.set(nameOf(use), { fingerprint: use.fingerprint, at: now, answer: null });
      return null;
    }
    if (entry.fingerprint !== use.fingerprint) throw usedForSomethingElse(use);
    if (entry.answer === null) throw inUse(use);
    return entry.answer;
  }

  keep(use: Use, answer: Kept, now: number): void {
    const name = nameOf(use);
    this.#entries.delete(name);
    this.#entries.set(name, { fingerprint: use.fingerprint, at: now, answer });
  }

  /** The request came to nothing: the key is as good as new. */
  release(use: Use): void {
    if (this.#entries.get(nameOf(use))?.answer === null) this.#entries.delete(nameOf(use));
  }

  /** How many there are, in flight ones too. */
  get size(): number {
    return this.#entries.size;
  }

  clear(): void {
    this.#entries.clear();
  }

  #prune(now: number): void {
    for (const [name, { at, answer }] of this.#entries) {
      if (at > now - KEPT_SECONDS) return;
      if (answer !== null) this.#entries.delete(name);
    }
  }
}

function nameOf({ apiKey, idempotencyKey }: Use): string {
  return `${apiKey} ${idempotencyKey}`;
}

function usedForSomethingElse({ idempotencyKey, fingerprint }: Use): StripeFault {
  return new StripeFault({
    status: 400,
    type: 'idempotency_error',
    message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${idempotencyKey}' if you meant to execute a different request (${fingerprint.split(' ', 2).join(' ')}).`,
  });
}

function inUse({ idempotencyKey }: Use): StripeFault {
  return new StripeFault({
    status: 409,
    message: `There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): ${idempotencyKey}.`,
    details: { code: 'idempotency_key_in_use' },
    headers: { 'stripe-should-retry': 'true' },
  });
}
