import { SeededRandom } from '../core/random.ts';
import type { World } from '../core/world.ts';
import { FaultQueue } from './fault-queue.ts';
import type { Latency } from './fault-rule.ts';
import { latencyMs } from './latency.ts';
import { Waits } from './waits.ts';

/** What goes wrong on purpose: the rules, the calls that they make wait, and the dice. */
export class Faults {
  readonly queue: FaultQueue;
  readonly waits = new Waits();
  readonly random: SeededRandom;

  constructor(world: World, seed: number) {
    this.queue = new FaultQueue(world);
    this.random = new SeededRandom(seed);
  }

  /** Makes a call wait. @throws the reason why the client went away. */
  hold(fault: Latency | { kind: 'hang' }, signal: AbortSignal): Promise<void> {
    const ms = fault.kind === 'hang' ? null : latencyMs(fault, this.random);
    return this.waits.wait(ms, signal);
  }

  reset(): void {
    this.queue.clear();
    this.waits.release();
    this.random.restart();
  }
}
