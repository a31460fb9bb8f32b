import { ProblemError } from './problem.ts';

/**
 * A body to the byte. What is longer is refused: at once where it says so itself, or else as soon
 * as too much has come. Nothing is ever unpacked.
 */
export async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) {
    throw new ProblemError('too-large');
  }
  const reader = request.body?.getReader();
  if (!reader) return new Uint8Array();
  const pieces: Uint8Array[] = [];
  let size = 0;
  for (let piece = await nextOf(reader); !piece.done; piece = await nextOf(reader)) {
    size += piece.value.byteLength;
    if (size > maxBytes) {
      await reader.cancel();
      throw new ProblemError('too-large');
    }
    pieces.push(piece.value);
  }
  return joined(pieces, size);
}

async function nextOf(
  reader: ReadableStreamDefaultReader<Uint8Array>,
): Promise<ReadableStreamReadResult<Uint8Array>> {
  try {
    return await reader.read();
  } catch {
    throw new ProblemError('invalid-request', { detail: 'The body ended before its end.' });
  }
}

function joined(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.byteLength;
  }
  return whole;
}
