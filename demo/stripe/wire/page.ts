import { refuse } from './fault.ts';

export interface PageRequest {
  limit?: number | undefined;
  starting_after?: string | undefined;
  ending_before?: string | undefined;
}

export interface WireList<Item> {
  object: 'list';
  data: Item[];
  has_more: boolean;
  url: string;
}

/**
 * One page of `rows`, which are newest first. Both cursors work, never together.
 * @see https://docs.stripe.com/api/pagination
 */
export function pageOf<Row extends { id: string }, Item>(
  rows: Row[],
  request: PageRequest,
  show: { format: (row: Row) => Item; url: string },
): WireList<Item> {
  const { limit = 10, starting_after: after, ending_before: before } = request;
  if (after !== undefined && before !== undefined) {
    throw refuse('You cannot use both starting_after and ending_before.', 'starting_after');
  }
  const picked = before === undefined ? forward(rows, limit, after) : backward(rows, limit, before);
  return {
    object: 'list',
    data: picked.rows.map((row) => show.format(row)),
    has_more: picked.hasMore,
    url: show.url,
  };
}

/** The first page of a list inside another object. */
export function embeddedList<Item>(items: Item[], url: string, size = 10): WireList<Item> {
  return { object: 'list', data: items.slice(0, size), has_more: items.length > size, url };
}

function forward<Row extends { id: string }>(rows: Row[], limit: number, after?: string) {
  const start = after === undefined ? 0 : indexOf(rows, after, 'starting_after') + 1;
  return { rows: rows.slice(start, start + limit), hasMore: rows.length > start + limit };
}

function backward<Row extends { id: string }>(rows: Row[], limit: number, before: string) {
  const end = indexOf(rows, before, 'ending_before');
  return { rows: rows.slice(Math.max(0, end - limit), end), hasMore: end > limit };
}

function indexOf(rows: { id: string }[], id: string, param: string): number {
  const index = rows.findIndex((row) => row.id === id);
  if (index < 0) throw refuse(`No such object: '${id}'`, param, 'resource_missing');
  return index;
}
