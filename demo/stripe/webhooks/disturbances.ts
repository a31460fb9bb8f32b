import { SeededRandom } from '../core/random.ts';
import type { Delivery } from './delivery.ts';

export interface Reordering {
  /** How many deliveries are held back until they are sent together. */
  count: number;
  order: 'reversed' | 'shuffled';
  /** Of the shuffle; by default 1. */
  seed?: number | undefined;
}

/**
 * What the way between Stripe and an endpoint may do: deliveries come twice, late, in another
 * order, or not at all. Each applies to what is told from now on.
 */
export class Disturbances {
  #dropNext = 0;
  #delaySeconds = 0;
  #duplicateNext = 0;
  #duplicateEvery = 0;
  #seen = 0;
  #reordering: Reordering | null = null;
  #held: Delivery[] = [];

  /** The next deliveries never arrive, and are not tried again. */
  drop(count: number): void {
    this.#dropNext = count;
  }

  /** Every delivery leaves so much later, in simulated time; 0 ends it. */
  delay(seconds: number): void {
    this.#delaySeconds = seconds;
  }

  /** Deliveries arrive twice: the next ones, or every nth until `every: 0`. */
  duplicate({ next, every }: { next?: number | undefined; every?: number | undefined }): void {
    this.#duplicateNext = next ?? this.#duplicateNext;
    this.#duplicateEvery = every ?? this.#duplicateEvery;
    this.#seen = 0;
  }

  /** Holds the next deliveries back and then sends them in another order. Happens once. */
  reorder(reordering: Reordering): void {
    this.#reordering = reordering;
  }

  /** What is held back goes on its way now, few as it may be. */
  release(): Delivery[] {
    const { order = 'reversed', seed = 1 } = this.#reordering ?? {};
    const held = this.#held;
    this.#held = [];
    this.#reordering = null;
    return order === 'reversed' ? held.toReversed() : shuffle(held, new SeededRandom(seed));
  }

  clear(): void {
    this.#dropNext = 0;
    this.#delaySeconds = 0;
    this.#duplicateNext = 0;
    this.#duplicateEvery = 0;
    this.#reordering = null;
    this.#held = [];
  }

  /** What becomes of a delivery on its way. */
  pass(delivery: Delivery): Delivery[] {
    if (this.#dropNext > 0) {
      this.#dropNext -= 1;
      return [];
    }
    const late = { ...delivery, dueAt: delivery.dueAt + this.#delaySeconds };
    const copies = this.#isDoubled() ? [late, late] : [late];
    if (this.#reordering === null) return copies;
    this.#held.push(...copies);
    return this.#held.length < this.#reordering.count ? [] : this.release();
  }

  #isDoubled(): boolean {
    this.#seen += 1;
    if (this.#duplicateNext > 0) {
      this.#duplicateNext -= 1;
      return true;
    }
    return this.#duplicateEvery > 0 && this.#seen % this.#duplicateEvery === 0;
  }
}

function shuffle<Item>(items: Item[], random: SeededRandom): Item[] {
  return items
    .map((item) => ({ item, rank: random.next() }))
    .toSorted((left, right) => left.rank - right.rank)
    .map(({ item }) => item);
}
