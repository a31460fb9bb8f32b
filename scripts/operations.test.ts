/** docs/operations.md against what the server reads. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const text = (name: string): Promise<string> =>
  readFile(fileURLToPath(new URL(`../${name}`, import.meta.url)), 'utf8');

const page = await text('docs/operations.md');
const source = await text('server/options.ts');
const documented = [...page.matchAll(/^\| `([A-Z_]+)`/gm)].map(([, name]) => name);
const names = [...source.matchAll(/'((?:STRIPE|PORTICO)_[A-Z_]+|[A-Z]+_URL|PORT)'/g)];
const read = [...new Set(names.map(([, name]) => name))];

describe('docs/operations.md', () => {
  it('has every variable that the server reads, and no other', () => {
    expect(new Set(documented)).toEqual(new Set(read));
  });

  it('names only tests that are there', async () => {
    const files = [...page.matchAll(/`(server\/[\w/-]+\.test\.ts)`/g)].map(([, file]) => file);
    expect(files.length).toBeGreaterThan(4);
    for (const file of files) expect(await text(file ?? '')).toContain('describe(');
  });
});
