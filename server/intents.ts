import type { Clock } from './clock.ts';
import { sha256, toHex } from './digest.ts';
import { ProblemError } from './problem.ts';
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

/** Without a store, Stripe's own comparison of keys and parameters is what remains. */
export function createIntents({ store, now, onTrouble }: IntentOptions): Intents {
  return {
    async claim({ customerId, intentId, request }) {
      const name = `intent:${customerId}:${intentId.toLowerCase()}`;
      const claim = `${now()}.${await digest(request)}`;
      try {
        if (await store.add(name, claim, MEMORY_MS)) return;
        const [firstUsedAt, content] = (await store.get(name))?.split('.') ?? [];
        if (content === claim.split('.')[1] && now() - Number(firstUsedAt) <= MAX_AGE_S) return;
      } catch (error) {
        if (!(error instanceof StoreUnavailable)) throw error;
        onTrouble(error);
        return;
      }
      throw new ProblemError('intent-changed');
    },
  };
}

async function digest(text: string): Promise<string> {
  return toHex(await sha256(text));
}
