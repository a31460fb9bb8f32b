import type { Clock } from '../clock.ts';
import type { Store } from '../store/store.ts';

/** What the instances of one server tell each other of what they have kept. */
export interface Line {
  /** False where it may be that not all have heard it. */
  tell(message: string): Promise<boolean>;
  /** Whether what the others say is sure to be heard. */
  isUp(): boolean;
  /** Looks, without being waited for, whether the store still answers. At most every two seconds. */
  check(): void;
}

interface LineOptions {
  store: Store;
  now: Clock;
  hear: (message: string) => void;
  /** Something may have been said that was not heard. */
  onGap: () => void;
  onTrouble: () => void;
}

const CHANNEL = 'changed';
const CHECK_EVERY_S = 2;
/** One late answer is a busy moment. */
const FAILURES_UNTIL_DOWN = 2;

/**
 * A store that ends a connection is noticed at once; one that hangs says nothing, and its silence
 * looks like no news. So whoever reads asks now and then: a timer would not run everywhere.
 */
export function createLine({ store, now, hear, onGap, onTrouble }: LineOptions): Line {
  let isConnected = true;
  let failures = 0;
  let checkedAt = 0;
  const isUp = (): boolean => isConnected && failures < FAILURES_UNTIL_DOWN;
  const noticing = (change: () => void): void => {
    const before = isUp();
    change();
    if (isUp() !== before) onGap();
  };
  const subscribed = store.subscribe(CHANNEL, {
    hear,
    line(isUpNow) {
      isConnected = isUpNow;
      if (isUpNow) failures = 0;
      onGap();
    },
  });
  void subscribed.catch(() => (isConnected = false));
  return {
    async tell(message) {
      try {
        await store.publish(CHANNEL, message);
        return true;
      } catch {
        onTrouble();
        return false;
      }
    },
    isUp,
    check() {
      if (Math.abs(now() - checkedAt) < CHECK_EVERY_S) return;
      checkedAt = now();
      void store.check().then(
        () => noticing(() => (failures = 0)),
        () => noticing(() => (failures += 1)),
      );
    },
  };
}
