/**
 * Calls that are made to wait. A wait ends with its time, with `release`, or, as an error, when
 * the client goes away.
 */
export class Waits {
  readonly #ends = new Set<() => void>();

  /** How many wait at this moment. */
  get count(): number {
    return this.#ends.size;
  }

  /** @param ms Null: until it is released. @throws the reason why the client went away. */
  async wait(ms: number | null, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    await new Promise<void>((resolve) => {
      const timer = ms === null ? undefined : setTimeout(() => end(), ms);
      const end = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', end);
        this.#ends.delete(end);
        resolve();
      };
      signal.addEventListener('abort', end);
      this.#ends.add(end);
    });
    signal.throwIfAborted();
  }

  /** Lets everything go on that waits now. */
  release(): void {
    for (const end of this.#ends) end();
  }
}
