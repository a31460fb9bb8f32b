import * as v from 'valibot';
import { ProblemError } from './problem.ts';

const MAX_BODY_BYTES = 16 * 1024;

/** The JSON of a request, whatever its content type says, held against a schema. */
export async function readBody<T>(
  request: Request,
  schema: v.GenericSchema<unknown, T>,
): Promise<T> {
  return validate(parseJson(await readText(request)), schema);
}

/** Throws `invalid-request` with the field that is wrong; an unknown field is wrong too. */
export function validate<T>(value: unknown, schema: v.GenericSchema<unknown, T>): T {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const field = v.getDotPath(issue);
  throw new ProblemError('invalid-request', {
    detail: complaint(issue),
    ...(field !== null && { field: field.slice(0, 100) }),
  });
}

/** What to do, in words of ours; never what was sent. A schema says it of each of its fields. */
function complaint({ expected, received, message }: v.BaseIssue<unknown>): string {
  if (expected === 'never') return 'There is no such field here: leave it out.';
  if (received === 'undefined') return 'This field is missing.';
  return message;
}

/**
 * The body as text, no longer than 16 KB. Where its length is said beforehand, and HTTP holds it to
 * that, it is read at once, which is several times as fast; otherwise piece by piece, so that a
 * longer one is cut off. A GET without a length has no body; to look for one would cost a fifth of
 * the time of a warm view (bench/).
 */
async function readText(request: Request): Promise<string> {
  const length = request.headers.get('content-length');
  if (length === null && request.method === 'GET') return '';
  if (length === null || !/^\d{1,15}$/.test(length)) return readPieces(request);
  if (Number(length) > MAX_BODY_BYTES) throw new ProblemError('too-large');
  const text = await request.text();
  // What is not UTF-8 is read as U+FFFD, which nobody has in an id, an email or a comment.
  if (text.includes('\uFFFD')) throw notText();
  return text;
}

async function readPieces(request: Request): Promise<string> {
  const reader = request.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let text = '';
  let size = 0;
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      size += piece.value.byteLength;
      if (size > MAX_BODY_BYTES) throw new ProblemError('too-large');
      text += decoder.decode(piece.value, { stream: true });
    }
    return text + decoder.decode();
  } catch (error) {
    await reader.cancel();
    throw error instanceof ProblemError ? error : notText();
  }
}

function notText(): ProblemError {
  return new ProblemError('invalid-request', { detail: 'The body is not UTF-8 text.' });
}

/** Not a list: to a schema without required fields, an empty one would be as good as an object. */
function parseJson(text: string): unknown {
  if (text === '') return {};
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ProblemError('invalid-request', { detail: 'The body is not JSON.' });
  }
  if (!Array.isArray(value)) return value;
  throw new ProblemError('invalid-request', { detail: 'The body is a list, not an object.' });
}
