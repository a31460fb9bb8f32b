import type { Log } from '../log.ts';
import type { Meter } from '../metrics/meter.ts';

/** While the store is away, every change would say so several times. */
const SAY_AGAIN_MS = 10_000;

interface Trouble {
  log: Log;
  meter: Meter;
  nowMs?: () => number;
}

/** Counts every call that the store did not answer; says it for each part now and then. */
export function createTroubleReport({
  log,
  meter,
  nowMs = () => performance.now(),
}: Trouble): (part: string) => () => void {
  return (part) => {
    let saidAt = -Infinity;
    let count = 0;
    return () => {
      meter.storeTrouble(part);
      count += 1;
      if (nowMs() - saidAt < SAY_AGAIN_MS) return;
      log('warn', 'store unavailable', { part, count });
      saidAt = nowMs();
      count = 0;
    };
  };
}
