/** A call of the API; what it answers can be referred to by the name in `as`. */
export interface SeedCall {
  call: string;
  as?: string;
  params?: Record<string, unknown>;
}

/** Time goes on by a span, or to a moment (Unix seconds or ISO 8601). */
export interface SeedAdvance {
  advance: { [Unit in TimeUnit]?: number } | { to: number | string };
}

export type SeedEntry = SeedCall | SeedAdvance;
export type TimeUnit = (typeof TIME_UNITS)[number];
export const TIME_UNITS = ['months', 'days', 'hours', 'minutes', 'seconds'] as const;

/** A seed that cannot be played. The message names the file's entry, counted from 1. */
export class SeedError extends Error {}

/** @throws {SeedError} where the text is not a list of entries. */
export function parseSeed(text: string): SeedEntry[] {
  const list = parseJson(text);
  if (!Array.isArray(list)) throw new SeedError('A seed is a list: [{"call": "POST /v1/…"}, …]');
  return list.map((entry: unknown, index) => readEntry(entry, index + 1));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new SeedError(`This is not JSON: ${error instanceof Error ? error.message : ''}`);
  }
}

function readEntry(entry: unknown, number: number): SeedEntry {
  const fail = (why: string): SeedError => new SeedError(`Entry ${number}: ${why}`);
  if (!isObject(entry)) throw fail('an entry is an object with "call" or with "advance".');
  const known = 'advance' in entry ? ['advance'] : ['call', 'as', 'params'];
  const strange = Object.keys(entry).find((key) => !known.includes(key));
  if (strange !== undefined) throw fail(`"${strange}" is not known here.`);
  return 'advance' in entry ? readAdvance(entry.advance, fail) : readCall(entry, fail);
}

type Fail = (why: string) => SeedError;

function readCall(entry: Record<string, unknown>, fail: Fail): SeedCall {
  const { call, as, params } = entry;
  if (typeof call !== 'string' || !/^(GET|POST|DELETE) \/v1\/\S+$/.test(call)) {
    throw fail('"call" is a method and a path, like "POST /v1/customers".');
  }
  if (as !== undefined && (typeof as !== 'string' || !/^[A-Za-z]\w*$/.test(as))) {
    throw fail('"as" is a name of letters and digits.');
  }
  if (params !== undefined && !isObject(params)) throw fail('"params" is an object.');
  return { call, ...(as !== undefined && { as }), ...(params !== undefined && { params }) };
}

function readAdvance(advance: unknown, fail: Fail): SeedAdvance {
  if (!isObject(advance) || Object.keys(advance).length === 0) {
    throw fail('"advance" is an object, like {"days": 30} or {"to": "2026-01-31T12:00:00Z"}.');
  }
  const { to, ...span } = advance;
  if (to !== undefined) {
    const isMoment = typeof to === 'number' || (typeof to === 'string' && !isNaN(Date.parse(to)));
    if (!isMoment || Object.keys(span).length > 0) {
      throw fail('"to" is a moment, in Unix seconds or as ISO 8601, and stands alone.');
    }
    return { advance: { to } };
  }
  for (const [unit, amount] of Object.entries(span)) {
    if (!TIME_UNITS.some((known) => known === unit)) {
      throw fail(`"${unit}" is not one of ${TIME_UNITS.join(', ')}.`);
    }
    if (!Number.isInteger(amount) || Number(amount) < 0) {
      throw fail(`"${unit}" is a whole number, not below 0.`);
    }
  }
  return { advance: span };
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
