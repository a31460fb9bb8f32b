import type { Clock } from './clock.ts';
import { sha256, toHex } from './digest.ts';
import { ProblemError } from './problem.ts';
import { createMemoryStore } from './store/memory-store.ts';
import { StoreUnavailable, type Store } from './store/store.ts';

/** Remembers what each intent was first used for. */
export interface Intents {
  /** @throws `intent-changed` where it was used for something else, or too long ago. */
  claim(intent: { customerId: string; intentId: string; request: string }): Promise<void>;
}

/**
 * Stripe keeps its idempotency keys for at least 24 hours; after that the same key would do the
 * work a second time. So an intent ends well before.
 * @see https://docs.stripe.com/api/idempotent_requests
 */
const MAX_AGE_S = 20 * 3600;
const MEMORY_MS = 48 * 3600 * 1000;

interface IntentOptions {
  store: Store;
  now: Clock;
  onTrouble: (error: StoreUnavailable) => void;
}

/**
 * Every instance remembers by itself too what it has let through. So while the store is away, and
 * after it was emptied, it is only between two instances that Stripe's own comparison of keys and
 * parameters is all that remains.
 */
export function createIntents({ store, now, onTrouble }: IntentOptions): Intents {
  const own = createMemoryStore(() => now() * 1_000);
  /** Whether it is the first use of it, or the same again in time. */
  const isGoodIn = async (where: Store, name: string, content: string): Promise<boolean> => {
    if (await where.add(name, `${now()}.${content}`, MEMORY_MS)) return true;
    const [firstUsedAt, known] = (await where.get(name))?.split('.') ?? [];
    return known === content && now() - Number(firstUsedAt) <= MAX_AGE_S;
  };
  const isGoodInStore = async (name: string, content: string): Promise<boolean> => {
    try {
      return await isGoodIn(store, name, content);
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      onTrouble(error);
      return true;
    }
  };
  return {
    async claim({ customerId, intentId, request }) {
      const name = `intent:${customerId}:${intentId.toLowerCase()}`;
      const content = await digest(request);
      // In this order: what the store refuses was never let through here.
      const isGood = (await isGoodInStore(name, content)) && (await isGoodIn(own, name, content));
      if (!isGood) throw new ProblemError('intent-changed');
    },
  };
}

async function digest(text: string): Promise<string> {
  return toHex(await sha256(text));
}
