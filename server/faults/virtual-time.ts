import { vi } from 'vitest';

/** Time that passes only when nothing else is left to do: eight seconds of waiting cost nothing. */
export interface VirtualTime {
  /** Lets time pass until the work is over. */
  pass<T>(work: Promise<T>): Promise<T>;
  sleep(ms: number): Promise<void>;
  nowMs(): number;
  stop(): void;
}

const FAKED = [
  'setTimeout',
  'clearTimeout',
  'setInterval',
  'clearInterval',
  'performance',
] as const;
const CRYPTO = ['sign', 'verify', 'digest', 'importKey', 'deriveKey', 'deriveBits'] as const;
/** Turns of the event loop without news, after which everybody waits for time. */
const QUIET_TURNS = 6;

export function startVirtualTime(): VirtualTime {
  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  const busy = countCrypto();
  vi.useFakeTimers({ toFake: [...FAKED] });
  const settle = async (): Promise<void> => {
    for (let quiet = 0; quiet < QUIET_TURNS; quiet += 1) {
      await turn();
      if (busy.count() > 0) quiet = -1;
    }
  };
  const pass = async <T>(work: Promise<T>): Promise<T> => {
    let isOver = false;
    const over = (): void => void (isOver = true);
    work.then(over, over);
    for (;;) {
      await settle();
      if (isOver) return work;
      if (vi.getTimerCount() === 0) throw new Error('Nothing will ever happen any more.');
      await vi.advanceTimersToNextTimerAsync();
    }
  };
  return {
    pass,
    sleep: (ms) => pass(new Promise((resolve) => void setTimeout(resolve, ms))),
    nowMs: () => performance.now(),
    stop() {
      busy.stop();
      vi.useRealTimers();
    },
  };
}

/** WebCrypto works on other threads, so that it may be late though no time has to pass. */
function countCrypto(): { count: () => number; stop: () => void } {
  let count = 0;
  const subtle = crypto.subtle;
  for (const name of CRYPTO) {
    const original = subtle[name] as (...input: unknown[]) => Promise<unknown>;
    const counted = (...input: unknown[]): Promise<unknown> => {
      count += 1;
      return original.apply(subtle, input).finally(() => (count -= 1));
    };
    Object.defineProperty(subtle, name, { value: counted, configurable: true });
  }
  return {
    count: () => count,
    stop() {
      for (const name of CRYPTO) Reflect.deleteProperty(subtle, name);
    },
  };
}
