/** docs/threats.md and the tests of threats, held against each other. */
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../', import.meta.url));
const page = await readFile(path.join(root, 'docs/threats.md'), 'utf8');
const rows = readRows(page);
const tests = await findTests(['server/threats', 'widget/threats', 'e2e/threats']);

describe('docs/threats.md', () => {
  it('has one row for each of the eighty threats, in order', () => {
    const numbers = Array.from({ length: 80 }, (_, index) => `T${`${index + 1}`.padStart(2, '0')}`);
    expect(rows.map(({ number }) => number)).toEqual(numbers);
  });

  it.each(rows)(
    'says of $number what is done, and names its test or says why there is none',
    (row) => {
      expect(row.answer.length).toBeGreaterThan(20);
      if (row.files.length > 0) return;
      expect(row.tested).toMatch(/^(Does not apply|Cannot be tested here): .{20,}/);
    },
  );

  it.each(rows)('names only tests of $number that are there', async ({ number, files }) => {
    for (const file of files) {
      const text = await readFile(path.join(root, 'docs', file), 'utf8').catch(() => '');
      expect(text, `${file} tests ${number}`).toContain(number);
    }
  });
});

describe('the tests of threats', () => {
  it.each(tests)('%s is named by a number that its describe begins with', async (file) => {
    const number = /^(T\d\d)-[a-z\d-]+(?:\.browser)?\.test\.ts$/.exec(path.basename(file))?.[1];
    expect(number).toBeDefined();
    const text = await readFile(path.join(root, file), 'utf8');
    expect(text).toMatch(new RegExp(`describe(?:\\.\\w+\\([^]*?\\))?\\(\\s*['\`"]${number} `));
  });

  it.each(tests)('%s is named by the page', (file) => {
    const row = rows.find(({ number }) => path.basename(file).startsWith(number));
    expect(row?.files).toContain(`../${file}`);
  });
});

interface Row {
  number: string;
  answer: string;
  tested: string;
  files: string[];
}

function readRows(text: string): Row[] {
  return [...text.matchAll(/^\| (T\d\d) +\|(.*)\|$/gm)].map(([, number = '', cells = '']) => {
    const [, answer = '', tested = ''] = cells.split(' | ').map((cell) => cell.trim());
    const files = [...tested.matchAll(/\]\(([^)]+)\)/g)].map(([, file = '']) => file);
    return { number, answer, tested, files };
  });
}

async function findTests(folders: string[]): Promise<string[]> {
  const found = folders.map(async (folder) => {
    const names = await readdir(path.join(root, folder), { recursive: true }).catch(() => []);
    return names.filter((name) => name.endsWith('.test.ts')).map((name) => path.join(folder, name));
  });
  return (await Promise.all(found)).flat();
}
