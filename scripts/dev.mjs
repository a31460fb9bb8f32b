/** `npm run dev`: the demo, built anew and started anew whenever a source file changes. */
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { buildAll } from './build.mjs';

const FOLDERS = ['contract', 'widget', 'server', 'demo'];

let demo = null;
let timer = null;

async function restart() {
  try {
    await buildAll();
  } catch (error) {
    console.error(error.message);
    return;
  }
  demo?.kill();
  demo = spawn(process.execPath, ['dist/demo/start.js'], { stdio: 'inherit' });
}

for (const folder of FOLDERS) {
  watch(folder, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => void restart(), 200);
  });
}
await restart();
