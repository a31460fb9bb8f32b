import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const WIDGET = fileURLToPath(new URL('../../dist/widget', import.meta.url));
const names = (await readdir(WIDGET, { recursive: true })).filter((name) => /\.\w+$/.test(name));

/** With what follows the prefix: the widget itself knows the prefixes, to refuse them. */
const SECRET = /\b(?:[sr]k|prt)_(?:test|live)_\w{6,}|\bwhsec_\w{6,}/;

describe('T19 a secret in the script that is served', () => {
  it('would be found', () => {
    expect('const key="sk_live_4eC39HqLyj"').toMatch(SECRET);
    expect(names).toContain('billing-portal.js');
  });

  it.each(names.filter((name) => !/\.(br|gz)$/.test(name)))('is not in %s', async (name) => {
    const text = await readFile(path.join(WIDGET, name), 'utf8');
    expect(SECRET.exec(text)).toBeNull();
    expect(text).not.toMatch(/process\.env|STRIPE_SECRET|PORTICO_SECRET|whsec_\w/);
  });

  it.each(names.filter((name) => name.endsWith('.map')))(
    'is nowhere near %s, which shows only what the browser gets anyway',
    async (name) => {
      const map = JSON.parse(await readFile(path.join(WIDGET, name), 'utf8')) as {
        sources: string[];
      };
      const elsewhere = /(^|\/)(server|demo|scripts|e2e|bench)\/|\.env/;
      expect(map.sources.filter((source) => elsewhere.test(source))).toEqual([]);
    },
  );
});
