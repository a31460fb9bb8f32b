import type { Listener, Store } from './store.ts';

interface Entry {
  value: string;
  endsAt: number;
}

/** Beyond this many, the oldest go first: the memory of a process is not to be filled from outside. */
const MAX_ENTRIES = 100_000;

/** For one instance alone. Lifetimes go by a clock that is never set back. */
export function createMemoryStore(nowMs: () => number = () => performance.now()): Store {
  const entries = new Map<string, Entry>();
  const listeners = new Map<string, Listener[]>();
  const find = (key: string): Entry | undefined => {
    const entry = entries.get(key);
    if (entry && entry.endsAt > nowMs()) return entry;
    entries.delete(key);
    return undefined;
  };
  const put = (key: string, value: string, lifetimeMs: number): void => {
    entries.delete(key);
    entries.set(key, { value, endsAt: nowMs() + lifetimeMs });
    if (entries.size > MAX_ENTRIES) {
      const oldest = entries.keys().next();
      if (!oldest.done) entries.delete(oldest.value);
    }
  };
  return {
    get: async (key) => find(key)?.value ?? null,
    set: async (key, value, lifetimeMs) => put(key, value, lifetimeMs),
    async add(key, value, lifetimeMs) {
      if (find(key)) return false;
      put(key, value, lifetimeMs);
      return true;
    },
    async remove(key, value) {
      if (find(key)?.value !== value) return false;
      return entries.delete(key);
    },
    async extend(key, value, lifetimeMs) {
      if (find(key)?.value !== value) return false;
      put(key, value, lifetimeMs);
      return true;
    },
    async publish(channel, message) {
      for (const { hear } of listeners.get(channel) ?? []) hear(message);
    },
    async subscribe(channel, listener) {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
    },
    check: async () => {},
    async stop() {
      entries.clear();
      listeners.clear();
    },
  };
}
