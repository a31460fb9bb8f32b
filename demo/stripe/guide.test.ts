import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { CONTROL_CALLS } from './control/control-calls.ts';
import { bankFaultSchema, wireFaultSchema } from './faults/fault-rule.ts';
import { playSeed } from './seed/play-seed.ts';
import { parseSeed } from './seed/seed-entry.ts';
import { serveSimulator, type ServedSimulator } from './serve-simulator.ts';
import { createStripeSimulator } from './simulator.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const ROOT = path.join(HERE, '../..');
/** Inside the tree, so that `stripe` is found from there; Git ignores it. */
const SCRATCH = path.join(ROOT, 'e2e/.out');
const page = await readFile(path.join(HERE, 'README.md'), 'utf8');

const blocksOf = (language: string): string[] =>
  [...page.matchAll(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, 'g'))].map(
    ([, code]) => code ?? '',
  );
/** What a block promises to print: `// → …`, or `# → …`. */
const promisesOf = (code: string): string[] =>
  [...code.matchAll(/(?:\/\/|#) → (.*)/g)].map(([, text]) => text ?? '');

let served: ServedSimulator;
beforeAll(async () => {
  served = await serveSimulator({ port: 0, control: true });
});
afterAll(() => served.close());

/** Puts a block where it can run, with its paths and its port made real. */
async function prepare(name: string, code: string): Promise<string> {
  await mkdir(SCRATCH, { recursive: true });
  const folder = await mkdtemp(path.join(SCRATCH, 'guide-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const real = code
    .replaceAll("'./demo/stripe/", `'${HERE}`)
    .replaceAll('12111', new URL(served.url).port);
  const file = path.join(folder, name);
  await writeFile(file, real);
  return file;
}

describe('the simulator’s page', () => {
  it.each(blocksOf('ts').map((code, index) => [index + 1, code] as const))(
    'keeps the promise of its script %i',
    async (_, code) => {
      const file = await prepare('block.ts', code);
      const log = vi.spyOn(console, 'log').mockReturnValue(undefined);
      onTestFinished(() => log.mockRestore());
      await import(/* @vite-ignore */ file);
      expect(log.mock.calls.map((said) => said.join(' '))).toEqual(promisesOf(code));
      expect(promisesOf(code)).not.toEqual([]);
    },
  );

  it.each(blocksOf('python'))('keeps its promise in another language', async (code) => {
    const { stdout } = await promisify(execFile)('python3', [await prepare('block.py', code)]);
    expect(stdout.trim().split('\n')).toEqual(promisesOf(code));
  });

  it.each(blocksOf('json'))('shows a seed that can be played', async (text) => {
    const answers = await playSeed(createStripeSimulator(), parseSeed(text));
    expect(answers.get('ada')).toMatchObject({ name: 'Ada' });
  });

  it('names only test cards and accounts that there are', async () => {
    const rules = await Promise.all(
      ['test-cards.ts', 'test-accounts.ts'].map((name) =>
        readFile(path.join(HERE, 'payments', name), 'utf8'),
      ),
    );
    const rows = [...page.matchAll(/^\| ([\d ]+?) +\| `(pm_\w+)`/gm)];
    expect(rows.length).toBeGreaterThan(5);
    for (const [, number = '', token = ''] of rows) {
      const digits = token.startsWith('pm_card')
        ? number.replaceAll(' ', '')
        : number.split(' ')[1];
      expect(rules.join('')).toContain(`${token}: `);
      expect(rules.join('')).toContain(`'${digits}'`);
    }
  });

  it('lists every call of the control', () => {
    const listed = [...page.matchAll(/^\| `([A-Z]+ \/_control\S*)`/gm)].map(([, call]) => call);
    const calls = CONTROL_CALLS.map(({ method, path: at }) => `${method} ${at}`);
    expect(new Set(listed)).toEqual(new Set(['GET /_control', ...calls]));
  });

  it('lists every kind of fault', () => {
    const [, table = ''] = /\| `kind`[^\n]*\n([^]*?)\n\n/.exec(page) ?? [];
    const kinds = [...table.matchAll(/^\| `([\w-]+)`/gm)].map(([, kind]) => kind);
    const known = [bankFaultSchema.entries.fault, ...wireFaultSchema.entries.fault.options].flatMap(
      (fault) =>
        ('options' in fault ? fault.options : [fault]).map(({ entries }) => entries.kind.literal),
    );
    expect(new Set(kinds)).toEqual(new Set(known));
  });

  it('links to files that are there', async () => {
    for (const [, link = ''] of page.matchAll(/\]\((?!https?:|#)([^)#]+)/g)) {
      await expect(readFile(path.join(HERE, link))).resolves.toBeDefined();
    }
  });
});
