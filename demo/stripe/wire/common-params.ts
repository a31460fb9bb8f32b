import { refuse } from './fault.ts';
import { clearable, clearableText, either, integer, listOf, mapOf, shape, text } from './params.ts';
import type { Field } from './params.ts';

export const expand = listOf(text);

/** At most 50 keys of 40 characters with values of 500; an empty value removes the key. */
export const metadata: Field<Record<string, string>> = {
  read(raw, at) {
    const map = mapOf(clearableText).read(raw, at);
    for (const [key, value] of Object.entries(map)) {
      if (key.length > 40) throw refuse('Metadata keys must be at most 40 characters.', at);
      if (value.length > 500) throw refuse('Metadata values must be at most 500 characters.', at);
    }
    if (Object.keys(map).length > 50) throw refuse('Metadata can have at most 50 keys.', at);
    return map;
  },
};
export const clearableMetadata = clearable(metadata);

interface Range {
  gt?: number;
  gte?: number;
  lt?: number;
  lte?: number;
}
export const timeFilter = either(
  integer,
  shape<Range>()({ gt: integer, gte: integer, lt: integer, lte: integer }),
);
export type TimeFilter = ReturnType<(typeof timeFilter)['read']>;

export function isWithin(time: number, filter: TimeFilter | undefined): boolean {
  if (filter === undefined) return true;
  if (typeof filter === 'number') return time === filter;
  return (
    time > (filter.gt ?? -Infinity) &&
    time >= (filter.gte ?? -Infinity) &&
    time < (filter.lt ?? Infinity) &&
    time <= (filter.lte ?? Infinity)
  );
}

const pageSize: Field<number> = {
  read(raw, at) {
    const size = integer.read(raw, at);
    if (size < 1) throw refuse('This value must be greater than or equal to 1.', at);
    if (size > 100) throw refuse('This value must be less than or equal to 100.', at);
    return size;
  },
};
export const pageFields = { limit: pageSize, starting_after: text, ending_before: text, expand };

/** A quantity or an amount that cannot be below zero. */
export const count: Field<number> = {
  read(raw, at) {
    const value = integer.read(raw, at);
    if (value < 0) throw refuse('This value must be greater than or equal to 0.', at);
    return value;
  },
};

/** Adds, replaces and removes keys as Stripe does; `''` for the whole removes everything. */
export function mergeMetadata(
  old: Record<string, string>,
  change: Record<string, string> | '' | undefined,
): Record<string, string> {
  if (change === undefined) return old;
  if (change === '') return {};
  const merged = Object.entries({ ...old, ...change }).filter(([, value]) => value !== '');
  return Object.fromEntries(merged);
}

/** A text that `''` clears and that stays as it is when not sent. */
export function cleared(change: string | undefined, old: string | null): string | null {
  if (change === undefined) return old;
  return change === '' ? null : change;
}
