/** So many within a window that slides. */
export interface Allowance {
  name: string;
  most: number;
  window: number;
  /** How many are wanted; by default one. */
  count?: number;
}

/** Counts what has happened lately, by name; the unit of time is the caller's. */
export class RateLimiter {
  readonly #times = new Map<string, number[]>();

  /** Counts in every allowance, or, where one is used up, in none: then that one is returned. */
  take<Wanted extends Allowance>(allowances: Wanted[], now: number): Wanted | null {
    const full = allowances.find(
      (wanted) => this.#recent(wanted, now).length + (wanted.count ?? 1) > wanted.most,
    );
    if (full !== undefined) return full;
    for (const { name, count = 1 } of allowances) {
      const times = this.#times.get(name) ?? [];
      for (let index = 0; index < count; index += 1) times.push(now);
      this.#times.set(name, times);
    }
    return null;
  }

  clear(): void {
    this.#times.clear();
  }

  #recent({ name, window }: Allowance, now: number): number[] {
    const recent = (this.#times.get(name) ?? []).filter((time) => time > now - window);
    if (recent.length === 0) this.#times.delete(name);
    else this.#times.set(name, recent);
    return recent;
  }
}
