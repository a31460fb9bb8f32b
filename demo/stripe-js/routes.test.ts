import { describe, expect, it } from 'vitest';
import { createStripeJs } from './routes.ts';
import { STATIC_FILES } from './static-files.ts';

const app = createStripeJs();
const text = async (path: string): Promise<string> =>
  (await app.request(`/stripe-js/${path}`)).text();

describe('the stand-in for Stripe.js', () => {
  it('is one classic script that leaves nothing but window.Stripe behind', async () => {
    const script = await text('stripe.js');
    const window: { Stripe?: { version: string } } = {};
    const document = { currentScript: { src: 'http://localhost:4244/stripe-js/stripe.js' } };
    // eslint-disable-next-line typescript/no-implied-eval -- this is how a browser would take it
    new Function('window', 'document', script)(window, document);
    expect(window.Stripe?.version).toBe('endive');
    expect(Object.keys(window)).toEqual(['Stripe']);
    expect(script).not.toMatch(/^(import|export) /m);
  });

  it('serves every file that its own files ask for', async () => {
    const known = new Set(STATIC_FILES.map(({ path }) => `/stripe-js/${path}`));
    for (const { path, text: source } of STATIC_FILES) {
      expect(source.length, path).toBeGreaterThan(100);
      const asked = [
        ...source.matchAll(/(?:from |href=|src=)['"](\.{0,2}[\w./-]+\.(?:js|css))['"]/g),
      ];
      for (const [, name] of asked) {
        const wanted = new URL(name ?? '', `http://localhost/stripe-js/${path}`).pathname;
        expect(known, `${path} asks for ${name}`).toContain(wanted);
      }
    }
    expect(known).toContain('/stripe-js/frames/card.html');
    expect(known).toContain('/stripe-js/frames/challenge.html');
  });

  it.each(['frames/card.html', 'frames/challenge.html'])(
    '%s keeps to its own strict policy: nothing inline',
    async (path) => {
      const response = await app.request(`/stripe-js/${path}`);
      expect(response.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
      expect(response.headers.get('Content-Security-Policy')).not.toContain('unsafe');
      const page = await response.text();
      expect(page).not.toMatch(/<script(?![^>]* src=)|<style|\sstyle=|\son\w+=/);
    },
  );
});

describe('the words of the stand-in', () => {
  const tables = import.meta.glob<Record<string, Record<string, object>>>('./frames/*-words.js', {
    eager: true,
  });
  const all = Object.entries(tables).flatMap(([file, module]) =>
    Object.values(module).map((table) => ({ file, table })),
  );

  it('are there in ten languages, each with every word', () => {
    expect(all).toHaveLength(3);
    for (const { file, table } of all) {
      expect(Object.keys(table).toSorted(), file).toEqual([
        'ar',
        'de',
        'en',
        'es',
        'fr',
        'it',
        'ja',
        'nl',
        'pl',
        'pt-BR',
      ]);
      const shape = flatten(table['en'] ?? {}).map(([key]) => key);
      for (const [language, words] of Object.entries(table)) {
        const flat = flatten(words);
        expect(
          flat.map(([key]) => key),
          `${file} ${language}`,
        ).toEqual(shape);
        for (const [key, word] of flat) expect(word, `${file} ${language} ${key}`).toMatch(/\S/);
      }
    }
  });
});

function flatten(value: object, prefix = ''): [string, unknown][] {
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    typeof inner === 'object' && inner !== null
      ? flatten(inner, `${prefix}${key}.`)
      : [[`${prefix}${key}`, inner] satisfies [string, unknown]],
  );
}
