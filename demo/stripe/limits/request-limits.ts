import type { Asked } from '../wire/asked.ts';
import { tooMany } from './too-many.ts';
import { RateLimiter } from './rate-limiter.ts';
import type { Allowance } from './rate-limiter.ts';

interface RequestAllowance extends Allowance {
  reason: 'global-rate' | 'endpoint-rate';
}

/**
 * Requests for each second of the wall clock: of the whole account, 100 live and 25 in a sandbox;
 * of one endpoint 25, of a search 20.
 * @see https://docs.stripe.com/rate-limits
 */
export class RequestLimits {
  readonly #limiter = new RateLimiter();
  readonly #wallClock: () => number;

  /** @param wallClock Milliseconds. */
  constructor(wallClock: () => number) {
    this.#wallClock = wallClock;
  }

  /** @throws 429 where the second is used up; a refused call is not counted. */
  count(asked: Asked): void {
    const full = this.#limiter.take(allowancesOf(asked), this.#wallClock());
    if (full !== null) throw tooMany(full.reason);
  }

  clear(): void {
    this.#limiter.clear();
  }
}

function allowancesOf({ route, apiKey }: Asked): RequestAllowance[] {
  const isLive = /^[a-z]+_live_/.test(apiKey);
  const mode = isLive ? 'live' : 'sandbox';
  return [
    { name: mode, most: isLive ? 100 : 25, window: 1000, reason: 'global-rate' },
    {
      name: `${mode} ${route.method} ${route.path}`,
      most: route.path.endsWith('/search') ? 20 : 25,
      window: 1000,
      reason: 'endpoint-rate',
    },
  ];
}
