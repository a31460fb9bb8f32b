import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Environment } from '../options.ts';

/** The environment of a server with this portal file. */
export async function withPortalFile(settings: object): Promise<Environment> {
  const folder = await mkdtemp(path.join(tmpdir(), 'portico-'));
  const file = path.join(folder, 'portal.json');
  await writeFile(file, JSON.stringify(settings));
  return { PORTICO_CONFIG: file };
}
