import { StripeFault } from './fault.ts';

interface Kept {
  fingerprint: string;
  status: number;
  body: string;
  at: number;
}

const DAY = 86_400;

/**
 * Answers that were given before, by `Idempotency-Key`. Kept for a day, whatever they were, once
 * the work had begun; a request that never got so far is not kept.
 * @see https://docs.stripe.com/api/idempotent_requests
 */
export class IdempotencyKeys {
  readonly #kept = new Map<string, Kept>();

  /** @throws `idempotency_error` where the key was used for something else. */
  find(
    key: string,
    fingerprint: string,
    now: number,
  ): { status: number; body: string } | undefined {
    const kept = this.#kept.get(key);
    if (kept === undefined || kept.at < now - DAY) return undefined;
    if (kept.fingerprint === fingerprint) return kept;
    throw new StripeFault({
      status: 400,
      type: 'idempotency_error',
      message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
    });
  }

  keep(key: string, answer: Kept): void {
    this.#kept.set(key, answer);
  }

  clear(): void {
    this.#kept.clear();
  }
}
