import { noSuch } from '../wire/fault.ts';

export interface Row {
  readonly id: string;
  readonly created: number;
}

/** One row of one table, before and after; `undefined`: it was not there, or is gone. */
export interface Change<Entity extends Row = Row> {
  readonly table: string;
  readonly id: string;
  readonly before: Entity | undefined;
  readonly after: Entity | undefined;
  /** Everything that it was after `before`, in order; the last is `after`. */
  readonly versions: readonly (Entity | undefined)[];
}

/** Hears of every change, with the way back: a request that fails is undone as a whole. */
export interface Journal {
  note(entry: { table: string; id: string; before: Row | undefined; undo: () => void }): void;
}

/**
 * Rows of one kind, oldest first. Rows are never changed in place: `update` puts a new one.
 * Columns named in `indexed` can be looked up without reading every row.
 */
export class Table<Entity extends Row> {
  readonly name: string;
  /** As Stripe names it in "No such …". */
  readonly #kind: string;
  readonly #journal: Journal;
  readonly #rows = new Map<string, Entity>();
  /** Places in the order of making, so that an undone deletion finds its old place. */
  readonly #places = new Map<string, number>();
  readonly #indexes: Map<keyof Entity, Map<unknown, Set<string>>>;
  #nextPlace = 0;
  #isInOrder = true;

  constructor(
    names: { name: string; kind: string; indexed?: readonly (keyof Entity)[] },
    journal: Journal,
  ) {
    this.name = names.name;
    this.#kind = names.kind;
    this.#journal = journal;
    this.#indexes = new Map((names.indexed ?? []).map((column) => [column, new Map()]));
  }

  insert(row: Entity): Entity {
    this.#places.set(row.id, (this.#nextPlace += 1));
    this.#put(row.id, row);
    this.#note(row.id, undefined);
    return row;
  }

  /** @throws Stripe's `resource_missing`: 404 for a path, 400 where the id came in a parameter. */
  get(id: string, param?: string): Entity {
    const row = this.#rows.get(id);
    if (row === undefined) throw noSuch(this.#kind, id, param);
    return row;
  }

  find(id: string | null | undefined): Entity | undefined {
    return id === null || id === undefined ? undefined : this.#rows.get(id);
  }

  update(id: string, change: Partial<Entity>): Entity {
    const before = this.get(id);
    const next: Entity = { ...before, ...change };
    this.#put(id, next);
    this.#note(id, before);
    return next;
  }

  delete(id: string): void {
    const before = this.get(id);
    this.#put(id, undefined);
    this.#note(id, before);
  }

  get size(): number {
    return this.#rows.size;
  }

  all(): Entity[] {
    this.#sort();
    return [...this.#rows.values()];
  }

  /** Rows with that value, oldest first. @throws where the column has no index. */
  where<Column extends keyof Entity>(column: Column, value: Entity[Column]): Entity[] {
    const index = this.#indexes.get(column);
    if (index === undefined) throw new Error(`${this.name}.${String(column)} has no index.`);
    return [...(index.get(value) ?? [])]
      .toSorted((left, right) => this.#placeOf(left) - this.#placeOf(right))
      .flatMap((id) => this.#rows.get(id) ?? []);
  }

  /** Newest first, as Stripe lists them. */
  newest(isWanted: (row: Entity) => boolean = () => true): Entity[] {
    return this.all().filter(isWanted).toReversed();
  }

  /** Newest first, with that value in an indexed column, or (`undefined`) with any. */
  newestOf<Column extends keyof Entity>(
    column: Column,
    value: Entity[Column] | undefined,
    isWanted: (row: Entity) => boolean = () => true,
  ): Entity[] {
    if (value === undefined) return this.newest(isWanted);
    return this.where(column, value).filter(isWanted).toReversed();
  }

  clear(): void {
    this.#rows.clear();
    this.#places.clear();
    for (const index of this.#indexes.values()) index.clear();
  }

  #note(id: string, before: Entity | undefined): void {
    this.#journal.note({ table: this.name, id, before, undo: () => this.#put(id, before) });
  }

  #put(id: string, next: Entity | undefined): void {
    const old = this.#rows.get(id);
    for (const [column, index] of this.#indexes) reindex(index, id, old?.[column], next?.[column]);
    if (next === undefined) this.#rows.delete(id);
    else {
      if (old === undefined && this.#placeOf(id) < this.#nextPlace) this.#isInOrder = false;
      this.#rows.set(id, next);
    }
  }

  #placeOf(id: string): number {
    return this.#places.get(id) ?? 0;
  }

  #sort(): void {
    if (this.#isInOrder) return;
    const rows = [...this.#rows].toSorted(
      ([left], [right]) => this.#placeOf(left) - this.#placeOf(right),
    );
    this.#rows.clear();
    for (const [id, row] of rows) this.#rows.set(id, row);
    this.#isInOrder = true;
  }
}

function reindex(index: Map<unknown, Set<string>>, id: string, old: unknown, next: unknown): void {
  if (old === next) return;
  if (old !== undefined) index.get(old)?.delete(id);
  if (next === undefined) return;
  const ids = index.get(next) ?? new Set();
  index.set(next, ids.add(id));
}
