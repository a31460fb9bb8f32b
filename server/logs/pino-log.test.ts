import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPinoLog } from './pino-log.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'portico-log-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('the log of a server on Node', () => {
  it('is a line of JSON for each event', async () => {
    const file = path.join(folder, 'lines');
    const descriptor = openSync(file, 'w');
    const lineLog = createPinoLog(descriptor);
    lineLog.log('warn', 'refused', { code: 'internal', advice: 'two\nlines' });
    lineLog.log('info', 'listening');
    await lineLog.flush();
    closeSync(descriptor);
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { level: 'warn', event: 'refused', code: 'internal', advice: 'two\nlines' },
      { level: 'info', event: 'listening' },
    ]);
    expect(Date.parse(JSON.parse(lines[0] ?? '').time)).not.toBeNaN();
  });

  it('does not hold up the server, nor its end, where nobody takes the lines', async () => {
    const program = await buildProgram();
    const child = spawn(process.execPath, [program], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stderr.on('data', (text) => (said += String(text)));
    // Nobody reads its standard output.
    const code = await new Promise((resolve) => child.once('exit', resolve));
    expect([code, said]).toEqual([0, 'alive']);
  });
});

/** Logs much more than any pipe holds, then shows that it still runs, and ends. */
async function buildProgram(): Promise<string> {
  const from = fileURLToPath(new URL('pino-log.ts', import.meta.url));
  const entry = `
    import { createPinoLog } from ${JSON.stringify(from)};
    const { log, flush } = createPinoLog();
    for (let index = 0; index < 20_000; index += 1) log('info', 'x'.repeat(200));
    setTimeout(async () => {
      process.stderr.write('alive');
      await flush();
      process.exit(0);
    }, 50);`;
  const file = path.join(folder, 'entry.ts');
  await writeFile(file, entry);
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: file,
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: 'program.mjs' } },
    },
  });
  return path.join(folder, 'program.mjs');
}
