import type { SeededRandom } from '../core/random.ts';
import type { Latency } from './fault-rule.ts';

/** How long this time. */
export function latencyMs(latency: Latency, random: SeededRandom): number {
  if ('ms' in latency) return latency.ms;
  if (latency.distribution === 'uniform') {
    return latency.fromMs + random.next() * (latency.toMs - latency.fromMs);
  }
  return -Math.log(1 - random.next()) * latency.meanMs;
}
