/** A queue that hands out the least of what is in it, by the order it was given. */
export class Heap<Item> {
  readonly #isBefore: (left: Item, right: Item) => boolean;
  readonly #items: Item[] = [];

  constructor(isBefore: (left: Item, right: Item) => boolean) {
    this.#isBefore = isBefore;
  }

  /** The first that is still wanted; those before it are thrown away. */
  firstThat(isWanted: (item: Item) => boolean): Item | undefined {
    for (;;) {
      const [first] = this.#items;
      if (first === undefined || isWanted(first)) return first;
      this.#removeFirst();
    }
  }

  add(item: Item): void {
    this.#items.push(item);
    let at = this.#items.length - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#swapIfBefore(at, parent)) return;
      at = parent;
    }
  }

  #removeFirst(): void {
    const last = this.#items.pop();
    if (last === undefined || this.#items.length === 0) return;
    this.#items[0] = last;
    let at = 0;
    for (;;) {
      const least = this.#leastChild(at);
      if (!this.#swapIfBefore(least, at)) return;
      at = least;
    }
  }

  #leastChild(at: number): number {
    const [left, right] = [2 * at + 1, 2 * at + 2];
    return this.#comesBefore(right, left) ? right : left;
  }

  #comesBefore(left: number, right: number): boolean {
    const [one, other] = [this.#items[left], this.#items[right]];
    return one !== undefined && other !== undefined && this.#isBefore(one, other);
  }

  #swapIfBefore(lower: number, upper: number): boolean {
    const [one, other] = [this.#items[lower], this.#items[upper]];
    if (one === undefined || other === undefined || !this.#isBefore(one, other)) return false;
    this.#items[lower] = other;
    this.#items[upper] = one;
    return true;
  }
}
