import { readdir } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { SUPPORTED_LOCALES } from '../widget/i18n/match.ts';

it('every language has its file, and every file is a language', async () => {
  const names = await readdir(new URL('../widget/i18n/locales/', import.meta.url));
  const files = names.filter((name) => !name.includes('.test.'));
  const wanted = [...SUPPORTED_LOCALES, 'en-flows'].map((tag) => `${tag}.ts`);
  expect(files.toSorted()).toEqual(wanted.toSorted());
});
