/** Simulated time in Unix seconds: it runs with the given source, from wherever it was set last. */
export class Clock {
  readonly #source: () => number;
  #offset = 0;
  #frozenAt: number | null = null;

  constructor(source: () => number) {
    this.#source = source;
  }

  now(): number {
    return this.#frozenAt ?? Math.floor(this.#source() + this.#offset);
  }

  /** Holds time at one second while something that falls due there is worked on. */
  freeze(at: number): void {
    this.#frozenAt = at;
  }

  /** Lets time go on from `at`. */
  runFrom(at: number): void {
    this.#frozenAt = null;
    this.#offset = at - Math.floor(this.#source());
  }

  thaw(): void {
    this.#frozenAt = null;
  }

  reset(): void {
    this.#frozenAt = null;
    this.#offset = 0;
  }
}
