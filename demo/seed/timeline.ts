import { stepFrom } from '../stripe/money/period.ts';
import type { StripeSimulator } from '../stripe/simulator.ts';

const DAY = 86_400;

/** Things that happened in the past: collected in any order, then lived through in order. */
export class Timeline {
  readonly #steps: { at: number; run: () => Promise<void> }[] = [];
  readonly #simulator: StripeSimulator;
  readonly presentAt: number;

  constructor(simulator: StripeSimulator, presentAt: number) {
    this.#simulator = simulator;
    this.presentAt = presentAt;
  }

  /** A moment before the present: the days are taken off first, then the months. */
  ago(past: { months?: number; days?: number; hours?: number }): number {
    const { months = 0, days = 0, hours = 0 } = past;
    const shifted = this.presentAt - days * DAY - hours * 3600;
    return stepFrom(shifted, { interval: 'month', intervalCount: 1 }, -months);
  }

  at(moment: number, run: () => Promise<void>): void {
    this.#steps.push({ at: moment, run });
  }

  async live(): Promise<void> {
    for (const step of this.#steps.toSorted((left, right) => left.at - right.at)) {
      // Two steps may share a second, and time goes on while one is taken.
      this.#simulator.advanceTo(Math.max(step.at, this.#simulator.now()));
      await step.run();
    }
    this.#simulator.advanceTo(this.presentAt);
  }
}
