import type * as v from 'valibot';
import { validate } from './body.ts';
import { ProblemError } from './problem.ts';

/**
 * The query of a request, held against a schema. A parameter that stands twice is refused: of two
 * values, one would be checked here and the other used elsewhere.
 */
export function readQuery<T>(url: string, schema: v.GenericSchema<unknown, T>): T {
  if (!url.includes('?')) return validate({}, schema);
  const pairs = [...new URL(url).searchParams];
  const values = new Map(pairs);
  if (values.size < pairs.length) {
    throw new ProblemError('invalid-request', { detail: 'Send each query parameter once.' });
  }
  return validate(Object.fromEntries(values), schema);
}
