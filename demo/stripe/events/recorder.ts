import type { EntityOf, TableName } from '../core/store.ts';
import type { Change, Row } from '../core/table.ts';
import type { World } from '../core/world.ts';
import type { WireObject } from '../wire/wire-object.ts';
import type { Kind } from './kind.ts';
import { kindsOf } from './kinds.ts';
import { rankOf } from './order.ts';
import { previousAttributes } from './previous-attributes.ts';

interface News {
  type: string;
  object: string;
  previousAttributes: WireObject | null;
  rank: number;
}

/** What an object looks like to whoever retrieves it. */
interface Snapshot {
  json: WireObject;
  text: string;
}

/** Turns what each commit has changed into the events that Stripe would tell of it. */
export class EventRecorder {
  readonly #world: World;
  /** The last JSON of composed objects: an earlier one cannot be drawn up from its row. */
  readonly #shown = new Map<string, Snapshot>();

  constructor(world: World) {
    this.#world = world;
    world.store.onCommit((changes) => this.#record(changes));
  }

  clear(): void {
    this.#shown.clear();
  }

  #record(changes: Change[]): void {
    const commit = new Map(changes.map((change) => [keyOf(change), change]));
    const news = [...this.#withTouched(commit)].flatMap((change) =>
      kindsOf(tableOf(change)).flatMap((kind) => this.#tell(kind, change, commit)),
    );
    const { clock, events, cause } = this.#world;
    for (const { rank: _rank, ...event } of news.toSorted(
      (left, right) => left.rank - right.rank,
    )) {
      events.add({ ...event, created: clock.now(), recordedAt: clock.accountNow(), cause });
    }
  }

  /** Objects whose own row is as it was come last. */
  #withTouched(commit: Map<string, Change>): Iterable<Change> {
    const all = new Map(commit);
    for (const change of commit.values()) {
      for (const kind of kindsOf(tableOf(change))) {
        for (const [table, id] of kind.touches(change)) {
          const row = this.#world.store[table].find(id);
          if (row === undefined || all.has(keyOf({ table, id: row.id }))) continue;
          const still = { table, id: row.id, before: row, after: row, versions: [row] };
          all.set(keyOf(still), still);
        }
      }
    }
    return all.values();
  }

  #tell(kind: Kind, change: Change, commit: Map<string, Change>): News[] {
    const world = this.#world;
    const present = (row: Row | undefined) =>
      row === undefined || kind.isGone(row) ? undefined : row;
    const show = (row: Row | undefined) =>
      row === undefined ? undefined : snapshotOf(kind.show(world, row));
    const moments = kind.moments(change, world).map(present);
    const news: News[] = [];
    let before = present(change.before);
    let shown = kind.isComposed ? this.#shown.get(change.id) : show(before);
    for (const [index, after] of moments.entries()) {
      const next = show(after);
      const differs = differenceOf(shown, next);
      const types = kind.name({
        world,
        before,
        after,
        isChanged:
          differs !== null && Object.keys(differs).some((key) => !kind.quiet.includes(key)),
        isLast: index === moments.length - 1,
        changeOf: (table, id) => changeIn(commit, table, id),
      });
      for (const type of types) {
        news.push({
          type,
          object: (next ?? shown)?.text ?? '{}',
          previousAttributes: type.endsWith('.updated') ? differs : null,
          rank: rankOf(type, types),
        });
      }
      [before, shown] = [after, next];
    }
    if (kind.isComposed) this.#remember(change.id, shown);
    return news;
  }

  #remember(id: string, shown: Snapshot | undefined): void {
    if (shown === undefined) this.#shown.delete(id);
    else this.#shown.set(id, shown);
  }
}

function changeIn<Name extends TableName>(
  commit: Map<string, Change>,
  table: Name,
  id: string | null,
): Change<EntityOf<Name>> | undefined {
  const change = id === null ? undefined : commit.get(keyOf({ table, id }));
  // The table's name says what its rows are.
  return change as Change<EntityOf<Name>> | undefined;
}

function snapshotOf(object: object): Snapshot {
  return { json: { ...object }, text: JSON.stringify(object) };
}

function differenceOf(
  before: Snapshot | undefined,
  after: Snapshot | undefined,
): WireObject | null {
  if (before === undefined || after === undefined || before.text === after.text) return null;
  return previousAttributes(before.json, after.json);
}

function keyOf({ table, id }: { table: string; id: string }): string {
  return `${table} ${id}`;
}

function tableOf({ table }: Change): TableName {
  return table as TableName;
}
