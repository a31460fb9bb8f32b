/** Strings that a pattern would take long over, if it takes long over any. */
import * as fc from 'fast-check';

/** Of each class that a pattern can name, one letter; and some that it hardly names. */
const ALPHABET = [...Array.from('aZf0 -_.@/:=+,"\\{'), '\n', '\u0000', 'é', '\u202e'];
const CLASSES: Record<string, string> = { d: '0', w: 'a', s: ' ', S: 'a', W: '-', D: 'a', n: '\n' };
const SAMPLES = 6;
const MAX_SEED_LENGTH = 300;

/** What is repeated: the letters and words of the pattern itself, pairs of them, and what nearly fits. */
export function seedsFor({ source, flags }: RegExp, seed: number): string[] {
  const words = source.match(/[\w:/@. -]{2,}/g) ?? [];
  const named = [...source.matchAll(/\\([dwsSWDn])/g)].map(([, name = '']) => CLASSES[name] ?? '');
  const own = [...new Set([...Array.from(source.replaceAll(/\\[\w]/g, '')), ...named])].slice(
    0,
    12,
  );
  const letters = [...new Set([...own, ...ALPHABET])];
  const pairs = own.flatMap((one) => own.map((other) => one + other));
  const nearly = samplesOf(source, flags, seed).flatMap((one) => [
    one,
    one.slice(0, -1),
    one.slice(1),
  ]);
  return [...new Set([...letters, ...pairs, ...words, ...nearly])].filter((one) => one !== '');
}

/** A beginning that fits, a middle without end, and an end that does not fit. */
export function stretch(seed: string, length: number): string[] {
  const body = seed.repeat(Math.ceil(length / seed.length)).slice(0, length);
  return [body, `${body.slice(0, -1)}\u0000`, `\u0000${body.slice(0, -2)}!`];
}

function samplesOf(source: string, flags: string, seed: number): string[] {
  try {
    const arbitrary = fc.stringMatching(new RegExp(source, flags.replaceAll(/[giy]/g, '')), {
      maxLength: MAX_SEED_LENGTH,
    });
    return fc.sample(arbitrary, { seed, numRuns: SAMPLES });
  } catch {
    // It knows no look-behind and the like; the letters and words have to do.
    return [];
  }
}
