import type { EntityOf, TableName } from '../core/store.ts';
import type { Change, Row } from '../core/table.ts';
import type { World } from '../core/world.ts';

/** What one object went through in a commit, from one version that is worth an event to the next. */
export interface Turn<Entity extends Row = Row> {
  world: World;
  /** `undefined`: it did not exist yet, or (`after`) it is gone. */
  before: Entity | undefined;
  after: Entity | undefined;
  /** Whether somebody who retrieves it sees a difference. */
  isChanged: boolean;
  /** The last turn of this object in the commit. */
  isLast: boolean;
  /** What happened to another row in the same commit. */
  changeOf: <Name extends TableName>(
    table: Name,
    id: string | null,
  ) => Change<EntityOf<Name>> | undefined;
}

/** One of Stripe's objects, as the events tell of it. */
export interface Kind {
  table: TableName;
  /** Its JSON shows rows of other tables too, so that an earlier one cannot be drawn up again. */
  isComposed: boolean;
  /** Fields that change all the time; a change of nothing else is no event. */
  quiet: readonly string[];
  show(world: World, row: Row): object;
  isGone(row: Row): boolean;
  /** The versions worth telling apart, in order; the last is what it is now. */
  moments(change: Change, world: World): (Row | undefined)[];
  name(turn: Turn): string[];
  /** Other objects whose JSON, or whose events, a change of this one touches. */
  touches(change: Change): [TableName, string | null][];
}

interface Description<Entity extends Row> {
  show(world: World, row: Entity): object;
  name(turn: Turn<Entity>): string[];
  isComposed?: boolean;
  quiet?: readonly string[];
  isGone?(row: Entity): boolean;
  moments?(change: Change<Entity>, world: World): (Entity | undefined)[];
  touches?(change: Change<Entity>): [TableName, string | null][];
}

/** Adding an object to the events is one such entry. */
export function kind<Name extends TableName>(
  table: Name,
  description: Description<EntityOf<Name>>,
): Kind {
  // Methods take the rows of their own table, which is all that the recorder hands them.
  return {
    isComposed: false,
    quiet: [],
    isGone: () => false,
    moments: (change: Change) => [change.after],
    touches: () => [],
    ...description,
    table,
  };
}

/** `customer.created`, `customer.updated`, `customer.deleted` … */
export function lifeOf(prefix: string): (turn: Turn) => string[] {
  return ({ before, after, isChanged }) => {
    if (before === undefined) return [`${prefix}.created`];
    if (after === undefined) return [`${prefix}.deleted`];
    return isChanged ? [`${prefix}.updated`] : [];
  };
}

/**
 * The last version of each stretch in which `keyOf` stayed the same. What merely led up to the first
 * new key within the commit is told together with it.
 */
export function stretches<Entity extends Row>(
  { before, after, versions }: Change<Entity>,
  keyOf: (row: Entity) => string,
): (Entity | undefined)[] {
  const ends: Entity[] = [];
  for (const version of versions) {
    const last = ends.at(-1);
    if (version === undefined) continue;
    if (last !== undefined && keyOf(last) === keyOf(version)) ends[ends.length - 1] = version;
    else ends.push(version);
  }
  const [first] = ends;
  const isPrelude =
    before !== undefined &&
    first !== undefined &&
    ends.length > 1 &&
    keyOf(before) === keyOf(first);
  if (isPrelude) ends.shift();
  return after === undefined ? [...ends.slice(0, -1), undefined] : ends;
}
