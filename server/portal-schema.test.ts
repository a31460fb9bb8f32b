import { readFile, writeFile } from 'node:fs/promises';
import { toJsonSchema } from '@valibot/to-json-schema';
import { format } from 'prettier';
import { expect, it } from 'vitest';
import { portalFileSchema } from './portal-file.ts';

const file = new URL('../portal.schema.json', import.meta.url);

/** `WRITE=1 npx vitest run --project node server/portal-schema` writes it anew. */
it('portal.schema.json, for editors, is what the server checks', async () => {
  // What JSON Schema cannot say (that a language tag is one) is left to the server.
  const schema = toJsonSchema(portalFileSchema, { typeMode: 'input', errorMode: 'ignore' });
  const text = await format(JSON.stringify(schema), { parser: 'json', printWidth: 100 });
  if (process.env['WRITE']) await writeFile(file, text);
  expect(await readFile(file, 'utf8')).toBe(text);
});
