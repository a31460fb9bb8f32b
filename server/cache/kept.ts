/** What has been read, and until when (Unix seconds) it may be given out again. */
export interface Reading<Value> {
  value: Value;
  until: number;
  /** What it takes up, in bytes, more or less. */
  bytes: number;
}

/** A bounded memory of readings: the longest unused goes first. */
export interface Kept<Value> {
  /** However many ask at once, one reads. A failed reading is not kept. */
  get(key: string, read: () => Promise<Reading<Value>>): Promise<Value>;
  /** What is being read now is still given to those who wait for it, but not kept. */
  forget(key: string): void;
  forgetAll(): void;
}

interface Entry<Value> {
  reading: Promise<Reading<Value>>;
  until: number;
  bytes: number;
}

/** A reading that is under way may be joined for this long: it was begun before one asked. */
const JOIN_S = 2;

export function createKept<Value>(options: { maxBytes: number; now: () => number }): Kept<Value> {
  const { maxBytes, now } = options;
  const entries = new Map<string, Entry<Value>>();
  let bytes = 0;

  const forget = (key: string): void => {
    bytes -= entries.get(key)?.bytes ?? 0;
    entries.delete(key);
  };
  const settle = (
    key: string,
    entry: Entry<Value>,
    { until, bytes: size }: Reading<Value>,
  ): void => {
    if (entries.get(key) !== entry) return;
    entry.until = until;
    entry.bytes = size;
    bytes += size;
    for (const oldest of entries.keys()) {
      if (bytes <= maxBytes) break;
      forget(oldest);
    }
  };

  return {
    async get(key, read) {
      const known = entries.get(key);
      if (known && known.until > now()) {
        entries.delete(key);
        entries.set(key, known);
        return (await known.reading).value;
      }
      forget(key);
      const entry = { reading: read(), until: now() + JOIN_S, bytes: 0 };
      entries.set(key, entry);
      try {
        const reading = await entry.reading;
        settle(key, entry, reading);
        return reading.value;
      } catch (error) {
        if (entries.get(key) === entry) forget(key);
        throw error;
      }
    },
    forget,
    forgetAll() {
      entries.clear();
      bytes = 0;
    },
  };
}
