import { createMemoryStore } from '../store/memory-store.ts';
import { StoreUnavailable, type Store } from '../store/store.ts';

export type StoreTrouble = 'down' | 'hang' | 'read-only' | 'flushed';

/** What all instances share, and how it fails: as the driver of Redis tells of it. */
export interface TroubledStore {
  store: Store;
  trouble(way: StoreTrouble): void;
  calm(): void;
  /** The same for another process, which may be killed: then nothing it does comes through. */
  forProcess(isDead: () => boolean): Store;
}

const COMMAND_TIMEOUT_MS = 200;

export function createTroubledStore(): TroubledStore {
  let memory = createMemoryStore();
  let way: StoreTrouble | null = null;
  const asking = async <T>(isWrite: boolean, ask: (store: Store) => Promise<T>): Promise<T> => {
    if (way === 'down' || (way === 'read-only' && isWrite)) throw new StoreUnavailable(way);
    if (way === 'hang') {
      await new Promise((resolve) => setTimeout(resolve, COMMAND_TIMEOUT_MS));
      throw new StoreUnavailable(way);
    }
    return ask(memory);
  };
  const forProcess = (isDead: () => boolean): Store => {
    const alive = async <T>(isWrite: boolean, ask: (store: Store) => Promise<T>): Promise<T> => {
      if (isDead()) return new Promise(() => {});
      return asking(isWrite, ask);
    };
    return {
      get: (key) => alive(false, (store) => store.get(key)),
      set: (key, value, lifetimeMs) => alive(true, (store) => store.set(key, value, lifetimeMs)),
      add: (key, value, lifetimeMs) => alive(true, (store) => store.add(key, value, lifetimeMs)),
      remove: (key, value) => alive(true, (store) => store.remove(key, value)),
      extend: (key, value, lifetimeMs) =>
        alive(true, (store) => store.extend(key, value, lifetimeMs)),
      publish: (channel, message) => alive(true, (store) => store.publish(channel, message)),
      subscribe: (channel, listener) => memory.subscribe(channel, listener),
      check: () => alive(true, (store) => store.check()),
      stop: async () => {},
    };
  };
  return {
    store: forProcess(() => false),
    trouble(next) {
      if (next === 'flushed') memory = createMemoryStore();
      else way = next;
    },
    calm() {
      way = null;
    },
    forProcess,
  };
}
