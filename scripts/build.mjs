import { build } from 'vite';
import { rm } from 'node:fs/promises';
import { compressAssets } from './compress-assets.mjs';

/** Builds all that is shipped: the widget, its loader, and the programs that run in Node. */
export async function buildAll() {
  await rm('dist', { recursive: true, force: true });
  for (const mode of ['widget', 'loader', 'server', 'worker', 'simulator']) await build({ mode });
  await compressAssets('dist/widget');
}

if (process.argv[1] === new URL(import.meta.url).pathname) await buildAll();
