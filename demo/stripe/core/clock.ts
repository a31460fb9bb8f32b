/** Simulated time in Unix seconds: it runs with the given source, from wherever it was set last. */
export class Clock {
  readonly #source: () => number;
  #offset = 0;
  #frozenAt: number | null = null;
  #visitedAt: number | null = null;

  constructor(source: () => number) {
    this.#source = source;
  }

  /** The time of what is being worked on: the account's, or that of a test clock. */
  now(): number {
    return this.#visitedAt ?? this.accountNow();
  }

  /** The account's own time, whatever test clock is being worked on. */
  accountNow(): number {
    return this.#frozenAt ?? Math.floor(this.#source() + this.#offset);
  }

  /** Holds time at one second while something that falls due there is worked on. */
  freeze(at: number): void {
    if (this.#visitedAt === null) this.#frozenAt = at;
    else this.#visitedAt = at;
  }

  /** Goes over to a test clock's time, while the account's own stands still. */
  visit(at: number): void {
    this.#frozenAt = this.accountNow();
    this.#visitedAt = at;
  }

  /** Lets time go on from `at`. */
  runFrom(at: number): void {
    this.thaw();
    this.#offset = at - Math.floor(this.#source());
  }

  thaw(): void {
    this.#frozenAt = null;
    this.#visitedAt = null;
  }

  reset(): void {
    this.thaw();
    this.#offset = 0;
  }
}
