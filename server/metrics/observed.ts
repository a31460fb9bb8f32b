/** Parts of the server that tell a meter what they do, and are otherwise as they were. */
import type { CustomerCache } from '../cache/customer-cache.ts';
import type { Locks } from '../lock.ts';
import type { Ask } from '../stripe/http/ask.ts';
import { endpointOf } from '../stripe/http/endpoint-of.ts';
import type { Meter } from './meter.ts';

export function observedAsk(ask: Ask, meter: Meter): Ask {
  return async (question) => {
    const begunAt = performance.now();
    let status = 0;
    try {
      const answer = await ask(question);
      ({ status } = answer);
      return answer;
    } finally {
      meter.stripeCall(endpointOf(question), status, performance.now() - begunAt);
    }
  };
}

export function observedLocks(locks: Locks, meter: Meter): Locks {
  return {
    run(key, work) {
      const askedAt = performance.now();
      return locks.run(key, (awaiting) => {
        meter.lockWait(performance.now() - askedAt);
        return work(awaiting);
      });
    },
  };
}

export function observedCache(cache: CustomerCache, meter: Meter): CustomerCache {
  return {
    ...cache,
    overview: (of, read) =>
      watching('overview', meter, read, (watched) => cache.overview(of, watched)),
    customerId: (email, read) =>
      watching('customer-id', meter, read, (watched) => cache.customerId(email, watched)),
  };
}

/** What is not read was there. */
async function watching<T, R>(
  what: 'overview' | 'customer-id',
  meter: Meter,
  read: () => Promise<T>,
  ask: (watched: () => Promise<T>) => Promise<R>,
): Promise<R> {
  let isHit = true;
  try {
    return await ask(() => {
      isHit = false;
      return read();
    });
  } finally {
    meter.kept(what, isHit);
  }
}
