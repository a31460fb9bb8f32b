import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePortalFile, SetupError } from '../../portal-file.ts';
import { UNPRINTABLE } from './hostile-log-texts.ts';
import { hostilePortalFiles, PLANTED } from './hostile-portal-files.ts';

const FILES = hostilePortalFiles();
const SEED = Number(process.env['HOSTILE_SEED'] ?? 20_261_121);
const RUNS = process.env['HOSTILE'] === 'full' ? 50_000 : 1_000;
type Portals = ReturnType<typeof parsePortalFile>;

/** The portals of a file, or what is said of it. Anything else that is thrown fails the test. */
function read(text: string): Portals | string {
  try {
    return parsePortalFile(text, 'portal.json');
  } catch (error) {
    if (error instanceof SetupError) return error.message;
    throw error;
  }
}

/** Whatever is taken is taken as it stands: nothing is turned into something else. */
function expectAsWritten(portals: Portals, text: string): void {
  const { portals: others = {}, $schema: _, ...top } = JSON.parse(text);
  expect(portals.get('default')).toMatchObject(top);
  for (const [name, { $schema: __, ...one }] of Object.entries<Record<string, unknown>>(others)) {
    expect(portals.get(name)).toMatchObject(one);
  }
}

function expectClear(message: string): void {
  for (const line of message.split('\n')) {
    expect(line).toMatch(/^portal\.json(?:, line \d+, column \d+)?: .{5,}/);
    expect(line.length).toBeLessThan(800);
    expect(line).not.toMatch(UNPRINTABLE);
  }
  for (const secret of PLANTED) expect(message).not.toContain(secret);
  expect(message).not.toContain('planted');
}

describe('T80 portal files that nobody means well with', () => {
  it(`are more than 500 (${FILES.length})`, () => {
    expect(FILES.length).toBeGreaterThanOrEqual(500);
  });

  it.each(FILES)('$name: taken as it stands, or refused in clear words', ({ text, field }) => {
    const result = read(text);
    if (typeof result !== 'string') return expectAsWritten(result, text);
    expectClear(result);
    if (field !== undefined) expect(result).toContain(field);
  });

  it('that are merely cut off are never taken', () => {
    const cut = FILES.filter(({ name }) => name.startsWith('cut after'));
    expect(cut.filter(({ text }) => typeof read(text) !== 'string')).toEqual([]);
  });

  it(`of any JSON at all do the same, ${RUNS} of them from seed ${SEED}`, () => {
    const names = [
      'features',
      'cancel',
      'texts',
      'en',
      'overview.title',
      'products',
      'id',
      'portals',
    ];
    const key = fc.oneof(fc.constantFrom(...names), fc.string({ unit: 'binary', maxLength: 8 }));
    const value = fc.letrec((tie) => ({
      node: fc.oneof(
        { maxDepth: 5, withCrossShrink: true },
        fc.oneof(
          fc.boolean(),
          fc.integer(),
          fc.double(),
          fc.string({ unit: 'binary' }),
          fc.constant(null),
        ),
        fc.array(tie('node'), { maxLength: 4 }),
        fc.dictionary(key, tie('node'), { maxKeys: 4, noNullPrototype: false }),
      ),
    })).node;
    const property = fc.property(value, (content) => {
      const text = JSON.stringify(content);
      const result = read(text);
      if (typeof result === 'string') expectClear(result);
      else expectAsWritten(result, text);
    });
    fc.assert(property, { seed: SEED, numRuns: RUNS });
  }, 600_000);

  it('leave every object as it was', () => {
    const before = Reflect.ownKeys(Object.prototype);
    for (const { text } of FILES) read(text);
    expect(Reflect.ownKeys(Object.prototype)).toEqual(before);
    expect(({} as Record<string, unknown>)['a']).toBeUndefined();
  });
});
