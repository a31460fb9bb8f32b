/**
 * `npm run simulator`: starts the simulator, and builds it before where a source is newer. Built
 * alone it takes a fraction of a second; that, too, is felt by whoever starts it before every test.
 */
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

const BUILT = 'dist/demo/simulator.js';
const SOURCES = ['demo', 'package-lock.json', 'vite.config.ts'];

if (!(await isFresh())) {
  const { build } = await import('vite');
  await build({ mode: 'simulator' });
}
await import(`../${BUILT}`);

async function isFresh() {
  const built = await stat(BUILT).catch(() => null);
  if (built === null) return false;
  const changed = await Promise.all(SOURCES.map(lastChange));
  return Math.max(...changed) < built.mtimeMs;
}

/** Of a file, or of the youngest in a folder. */
async function lastChange(place) {
  const { mtimeMs } = await stat(place);
  const names = await readdir(place, { recursive: true }).catch(() => []);
  const times = names.map(async (name) => (await stat(path.join(place, name))).mtimeMs);
  return Math.max(mtimeMs, ...(await Promise.all(times)));
}
