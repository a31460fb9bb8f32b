import type { World } from '../core/world.ts';
import type { Asked } from './asked.ts';
import { StripeFault } from './fault.ts';
import { customersOf } from './subject.ts';

/**
 * A write holds the customers that it is about, or else the object in its path, until it is done.
 * Two can only meet where an answer takes its time (a fault of the kind `latency` or `hang`): all
 * other work is done at one go.
 * @see https://docs.stripe.com/rate-limits#object-lock-timeouts
 */
export class Locks {
  readonly #held = new Set<string>();

  /** @throws 429 `lock_timeout`. @returns what lets go again. */
  acquire(world: World, asked: Asked): () => void {
    const wanted = asked.route.method === 'GET' ? [] : thingsOf(world, asked);
    if (wanted.some((thing) => this.#held.has(thing))) throw lockTimeout();
    for (const thing of wanted) this.#held.add(thing);
    return () => {
      for (const thing of wanted) this.#held.delete(thing);
    };
  }
}

function thingsOf(world: World, asked: Asked): string[] {
  if (asked.route.options.isDryRun === true) return [];
  const customers = customersOf(world, asked);
  return customers.length > 0 || asked.ids.id === '' ? customers : [asked.ids.id];
}

function lockTimeout(): StripeFault {
  return new StripeFault({
    status: 429,
    message:
      'This object cannot be accessed right now because another API request or Stripe process is currently accessing it. Retry the request; make your requests to one object one after the other.',
    details: { code: 'lock_timeout' },
    headers: { 'stripe-should-retry': 'true' },
  });
}
