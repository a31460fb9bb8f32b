import { Heap } from './heap.ts';
import type { Change } from './table.ts';
import type { World } from './world.ts';

/** Something that has to happen at a certain second. */
export interface Due {
  at: number;
  run: () => void;
}

/** One kind of row that time acts on. */
export interface DueSource {
  name: string;
  /** By table: whose due time may be another one when that row has changed. */
  touchedBy: Record<string, (world: World, id: string) => string | null>;
  /** What comes next for that row, if anything does. It must move on when it is run. */
  next(world: World, id: string): Due | null;
  /** The test clock that the row lives by; null: the account's own time. */
  clockOf(world: World, id: string): string | null;
}

interface Entry extends Due {
  key: string;
  rank: number;
}

/**
 * What falls due, and when. Only rows that changed are looked at again, so idle ones cost nothing.
 * Nothing is due before the moment at which a change made it so.
 */
export class Agenda {
  readonly #sources: readonly DueSource[];
  readonly #current = new Map<string, Entry>();
  readonly #changed = new Map<string, { source: DueSource; id: string; since: number }>();
  readonly #timelines = new Map<string | null, Heap<Entry>>();

  constructor(sources: readonly DueSource[]) {
    this.#sources = sources;
  }

  /** Hears what is certain; undone work never comes here. */
  note(world: World, changes: Change[]): void {
    for (const change of changes) {
      for (const source of this.#sources) {
        const subject = source.touchedBy[change.table]?.(world, change.id) ?? null;
        if (subject !== null) this.#mark(source, subject, world.clock.now());
      }
    }
  }

  /** The first thing due on one timeline; at one second by the order of the sources. */
  next(world: World, clock: string | null): Due | undefined {
    this.#refresh(world);
    return this.#timelines.get(clock)?.firstThat((entry) => this.#current.get(entry.key) === entry);
  }

  clear(): void {
    this.#current.clear();
    this.#changed.clear();
    this.#timelines.clear();
  }

  #mark(source: DueSource, id: string, since: number): void {
    this.#changed.set(`${source.name} ${id}`, { source, id, since });
  }

  #refresh(world: World): void {
    for (const [key, { source, id, since }] of this.#changed) {
      const due = source.next(world, id);
      if (due === null) this.#current.delete(key);
      else this.#enter(world, key, { source, id, due: { ...due, at: Math.max(due.at, since) } });
    }
    this.#changed.clear();
  }

  #enter(world: World, key: string, found: { source: DueSource; id: string; due: Due }): void {
    const { source, id, due } = found;
    const entry = { ...due, key, rank: this.#sources.indexOf(source) };
    this.#current.set(key, entry);
    const clock = source.clockOf(world, id);
    const heap = this.#timelines.get(clock) ?? new Heap(isBefore);
    heap.add(entry);
    this.#timelines.set(clock, heap);
  }
}

function isBefore(left: Entry, right: Entry): boolean {
  return left.at === right.at ? left.rank < right.rank : left.at < right.at;
}
