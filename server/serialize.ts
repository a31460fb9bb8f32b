/** Runs what belongs to one key one after the other; different keys do not wait for each other. */
export interface Serializer {
  run<T>(key: string, work: () => Promise<T>): Promise<T>;
}

/**
 * Within one process. Between processes, Stripe's idempotency keys stand in the way of doing a thing
 * twice.
 */
export function createSerializer(): Serializer {
  const last = new Map<string, Promise<unknown>>();
  return {
    async run(key, work) {
      const before = last.get(key);
      const mine = (async () => {
        await before?.catch(() => {});
        return work();
      })();
      last.set(key, mine);
      try {
        return await mine;
      } finally {
        if (last.get(key) === mine) last.delete(key);
      }
    },
  };
}
