import type { Change } from '../core/table.ts';
import type { Asked } from '../wire/asked.ts';
import { ObjectLimits } from './object-limits.ts';
import { RequestLimits } from './request-limits.ts';

/** Stripe's limits, which are off unless somebody wants them. Concurrency is not counted. */
export class Limits {
  readonly #requests: RequestLimits;
  readonly #objects = new ObjectLimits();
  #isOn: boolean;

  constructor(options: { isOn: boolean; wallClock: () => number }) {
    this.#isOn = options.isOn;
    this.#requests = new RequestLimits(options.wallClock);
  }

  get isOn(): boolean {
    return this.#isOn;
  }

  /** What was counted before is forgotten. */
  turn(isOn: boolean): void {
    this.#isOn = isOn;
    this.clear();
  }

  /** Before the work. @throws 429 */
  admit(asked: Asked): void {
    if (this.#isOn) this.#requests.count(asked);
  }

  /** After the work and before it is certain. @throws 429 */
  check(asked: Asked, changes: Change[], now: number): void {
    if (!this.#isOn) return;
    this.#objects.check({ method: asked.route.method, id: asked.ids.id }, changes, now);
  }

  clear(): void {
    this.#requests.clear();
    this.#objects.clear();
  }
}
