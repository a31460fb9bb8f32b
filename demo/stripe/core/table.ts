import { noSuch } from '../wire/fault.ts';

export interface Row {
  readonly id: string;
  readonly created: number;
}

/** Records how to undo; a request that fails is rolled back as a whole. */
export interface Journal {
  note(undo: () => void): void;
}

/** Rows of one kind, oldest first. Rows are never changed in place: `update` puts a new one. */
export class Table<Entity extends Row> {
  readonly #rows = new Map<string, Entity>();
  readonly #kind: string;
  readonly #journal: Journal;

  constructor(kind: string, journal: Journal) {
    this.#kind = kind;
    this.#journal = journal;
  }

  insert(row: Entity): Entity {
    this.#rows.set(row.id, row);
    this.#journal.note(() => this.#rows.delete(row.id));
    return row;
  }

  /** @throws Stripe's `resource_missing`: 404 for a path, 400 where the id came in a parameter. */
  get(id: string, param?: string): Entity {
    const row = this.#rows.get(id);
    if (row === undefined) throw noSuch(this.#kind, id, param);
    return row;
  }

  find(id: string | null): Entity | undefined {
    return id === null ? undefined : this.#rows.get(id);
  }

  update(id: string, change: Partial<Entity>): Entity {
    const old = this.get(id);
    const next: Entity = { ...old, ...change };
    this.#rows.set(id, next);
    this.#journal.note(() => this.#rows.set(id, old));
    return next;
  }

  delete(id: string): void {
    const old = this.get(id);
    const order = [...this.#rows.values()];
    this.#rows.delete(id);
    this.#journal.note(() => {
      this.#rows.clear();
      for (const row of order) this.#rows.set(row.id, row);
      this.#rows.set(old.id, old);
    });
  }

  all(): Entity[] {
    return [...this.#rows.values()];
  }

  /** Newest first, as Stripe lists them. */
  newest(isWanted: (row: Entity) => boolean = () => true): Entity[] {
    return this.all().filter(isWanted).toReversed();
  }

  clear(): void {
    this.#rows.clear();
  }
}
