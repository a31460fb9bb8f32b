import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';

const root = new URL('../', import.meta.url);
const read = (name: string) => readFile(new URL(name, root), 'utf8');

/** `<!-- path -->`, an empty line, and a code block that must be that file. */
const SHOWN = /<!-- (\S+) -->\n\n```\w*\n([^]*?)```/g;

describe('README.md', () => {
  it('shows the snippets as they are', async () => {
    const shown = [...(await read('README.md')).matchAll(SHOWN)];
    expect(shown.length).toBeGreaterThan(0);
    for (const [, name = '', code] of shown) expect(code).toBe(await read(name));
  });

  it.each(['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'snippets/README.md'])(
    'and the pages beside it link to files that are there: %s',
    async (page) => {
      const links = [...(await read(page)).matchAll(/\]\((?!https?:|#)([^)#]+)/g)];
      for (const [, link = ''] of links) {
        const file = new URL(link, new URL(page, root));
        await expect(
          readFile(file).then(
            () => 'there',
            () => `${link} is missing`,
          ),
        ).resolves.toBe('there');
      }
    },
  );
});
