import { ProblemError } from './failure.ts';

/**
 * One thing that the customer wants. However often it is tried, the server sees the same id, and
 * does it once. A clear answer, or another request, ends the intent: the next try is a new one.
 */
export class Intent {
  #id = newIntentId();
  #content = '';

  /** @param content What is asked for; a different content is a different intent. */
  async attempt<T>(content: unknown, work: (intent: string) => Promise<T>): Promise<T> {
    const text = JSON.stringify(content) ?? '';
    if (text !== this.#content) this.#id = newIntentId();
    this.#content = text;
    try {
      const result = await work(this.#id);
      this.#id = newIntentId();
      return result;
    } catch (error) {
      if (!isOutcomeOpen(error)) this.#id = newIntentId();
      throw error;
    }
  }
}

/** A version 4 UUID; `crypto.randomUUID` is missing on plain http, where people try things out. */
export function newIntentId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const variant = '89ab'.charAt((bytes[8] ?? 0) & 3);
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, `$1-$2-4$3-${variant}$4-$5`);
}

/**
 * True where the server may have done the work although we were not told: the same intent must be sent again.
 * Not after a fault of ours: what was done is found again, but what Stripe has refused for good, it
 * would refuse the same intent for a day.
 */
function isOutcomeOpen(error: unknown): boolean {
  if (!(error instanceof ProblemError)) return true;
  return OPEN.has(error.problem.code);
}

const OPEN = new Set<string>([
  'stripe-unavailable',
  'outcome-unknown',
  'intent-in-progress',
  'session-expired',
  'too-many-requests',
  'busy',
]);
