import vm from 'node:vm';
import { describe, expect, it } from 'vitest';
import { seedsFor, stretch } from './hostile-strings.ts';
import { readPatterns } from './patterns.ts';

const SEED = Number(process.env['HOSTILE_SEED'] ?? 20_261_121);
/** Up to 50 KB. The first ones are for patterns that never come to the end of the others. */
const LENGTHS = [24, 1_563, 3_125, 6_250, 12_500, 25_000, 50_000];
/** Below it, time says more of the machine than of the pattern. */
const WORTH_A_LOOK_MS = 20;
/** Twice the text takes twice as long, on a busy machine somewhat more; a square takes four times. */
const MAX_GROWTH = 3;
const ATTEMPTS = 3;
/** Only so that a pattern that never ends does not hold up the tests. */
const GIVE_UP_MS = 60_000;

const { files, patterns, dynamic } = await readPatterns();
const CASES = patterns.map((pattern) => ({ ...pattern, name: `${pattern.file} ${pattern.regex}` }));

/** What it takes of the processor to look through a whole text: others may be busy with it too. */
function time(regex: RegExp, text: string): number {
  const begin = process.cpuUsage();
  text.replace(regex, '');
  const { user, system } = process.cpuUsage(begin);
  return (user + system) / 1_000;
}

function best(regex: RegExp, text: string): number {
  return Math.min(...Array.from({ length: 3 }, () => time(regex, text)));
}

/** The first string that it takes too much longer over when it is twice as long. */
function slowOver(regex: RegExp): string | null {
  const everywhere = new RegExp(regex.source, `${regex.flags.replace('g', '')}g`);
  for (const seed of seedsFor(regex, SEED)) {
    for (const length of LENGTHS) {
      const halves = stretch(seed, length / 2);
      const isSlow = stretch(seed, length).some((whole, index) =>
        growsTooFast(everywhere, halves[index] ?? '', whole),
      );
      if (isSlow) return seed;
    }
  }
  return null;
}

/** Every time: once may be the machine. */
function growsTooFast(regex: RegExp, half: string, whole: string): boolean {
  if (time(regex, whole) < WORTH_A_LOOK_MS) return false;
  return Array.from({ length: ATTEMPTS }).every(() => {
    const wholeMs = best(regex, whole);
    return wholeMs > WORTH_A_LOOK_MS && wholeMs > MAX_GROWTH * best(regex, half);
  });
}

/** The work, ended where it does not end by itself. */
function inTime<T>(work: () => T, timeout = GIVE_UP_MS): T {
  return vm.runInNewContext('work()', { work }, { timeout });
}

describe('T80 patterns that are slow over some texts', { timeout: 2 * GIVE_UP_MS }, () => {
  it('are looked for in all that runs', () => {
    expect(files.length).toBeGreaterThan(200);
    expect(CASES.length).toBeGreaterThan(80);
    // Theirs are made of words of ours.
    expect(dynamic).toEqual(['server/options.ts', 'server/stripe/ids.ts']);
  });

  it.each([/\d+x/, /\s+$/, /^[\da-f:]*:[\da-f:]*$/, /^(a+)+$/, /eyJ[\w-]{8,}\.[\w-]{8}/])(
    'would be found: %s',
    (regex) => {
      expect(inTime(() => slowOver(regex))).not.toBeNull();
    },
  );

  it('are given up where they never end', () => {
    const forever = (): boolean => /^(a+)+$/.test(`${'a'.repeat(60)}!`);
    expect(() => inTime(forever, 500)).toThrow('timed out');
  });

  it.each(CASES)('$name takes no more than in proportion, of 50 KB', ({ regex }) => {
    expect(inTime(() => slowOver(regex))).toBeNull();
  });
});
