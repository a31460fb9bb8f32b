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
  /** All that are like this, and all that are being read now: they may turn out to be. */
  forgetWhere(isLike: (value: Value) => boolean): void;
  forgetAll(): void;
}

interface Entry<Value> {
  reading: Promise<Reading<Value>>;
  /** Null while it is being read. */
  settled: Reading<Value> | null;
  startedAt: number;
  until: number;
  bytes: number;
}

/** A reading that is under way may be joined for this long: it was begun before one asked. */
const JOIN_S = 2;
/** A clock that is corrected goes back by less; by more, somebody has set it. */
const MAX_STEP_BACK_S = 2;

export function createKept<Value>(options: { maxBytes: number; now: () => number }): Kept<Value> {
  const { maxBytes, now } = options;
  const entries = new Map<string, Entry<Value>>();
  let bytes = 0;

  const forget = (key: string): void => {
    bytes -= entries.get(key)?.bytes ?? 0;
    entries.delete(key);
  };
  const settle = (key: string, entry: Entry<Value>, settled: Reading<Value>): void => {
    if (entries.get(key) !== entry) return;
    entry.settled = settled;
    entry.until = settled.until;
    entry.bytes = settled.bytes;
    bytes += settled.bytes;
    for (const oldest of entries.keys()) {
      if (bytes <= maxBytes) break;
      forget(oldest);
    }
  };

  return {
    async get(key, read) {
      const known = entries.get(key);
      if (known && isGood(known, now())) {
        entries.delete(key);
        entries.set(key, known);
        return (await known.reading).value;
      }
      forget(key);
      const entry: Entry<Value> = {
        reading: read(),
        settled: null,
        startedAt: now(),
        until: now() + JOIN_S,
        bytes: 0,
      };
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
    forgetWhere(isLike) {
      for (const [key, { settled }] of entries) {
        if (!settled || isLike(settled.value)) forget(key);
      }
    },
    forgetAll() {
      entries.clear();
      bytes = 0;
    },
  };
}

/** A clock that is set back does not make what was read live longer. */
function isGood({ startedAt, until }: { startedAt: number; until: number }, now: number): boolean {
  return startedAt - MAX_STEP_BACK_S <= now && now < until;
}
