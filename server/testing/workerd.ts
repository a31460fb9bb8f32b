/** The built Worker in `workerd`, the runtime of Cloudflare, on a free port of this machine. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Readable } from 'node:stream';
import { build } from 'vite';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export interface RunningWorker {
  url: string;
  /** Of the built file. */
  source: string;
  log: string[];
  stop(): Promise<void>;
}

/** @returns the path of the built file, in a folder of its own. */
export async function buildWorker(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'portico-worker-'));
  const configFile = path.join(ROOT, 'vite.config.ts');
  await build({ root: ROOT, configFile, mode: 'worker', build: { outDir: folder } });
  return path.join(folder, 'server/worker.js');
}

export async function startWorker(
  script: string,
  bindings: Record<string, string>,
): Promise<RunningWorker> {
  const folder = await mkdtemp(path.join(tmpdir(), 'portico-workerd-'));
  await copyFile(script, path.join(folder, 'worker.js'));
  const config = path.join(folder, 'config.capnp');
  await writeFile(config, configOf(bindings));
  const binary = path.join(ROOT, 'node_modules/.bin/workerd');
  const child = spawn(binary, ['serve', config, '--control-fd=3'], {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const log: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (text) => log.push(String(text)));
  }
  const ended = once(child, 'exit');
  const port = await Promise.race([
    portOf(child.stdio[3] as Readable),
    ended.then(() => Promise.reject(new Error(`workerd ended: ${log.join('')}`))),
  ]);
  return {
    url: `http://127.0.0.1:${port}`,
    source: script,
    log,
    async stop() {
      child.kill('SIGKILL');
      await ended;
      await rm(folder, { recursive: true });
    },
  };
}

/** What `workerd` says of itself: a line of JSON when it listens. */
async function portOf(control: Readable): Promise<number> {
  for await (const text of control) {
    const port = /"event":"listen".*?"port":(\d+)/.exec(String(text))?.[1];
    if (port !== undefined) return Number(port);
  }
  throw new Error('workerd does not listen.');
}

/** JSON's texts are Cap'n Proto's too, as far as these go. */
function configOf(bindings: Record<string, string>): string {
  const entries = Object.entries(bindings).map(
    ([name, value]) => `(name = ${JSON.stringify(name)}, text = ${JSON.stringify(value)})`,
  );
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "portal", worker = (
      modules = [(name = "worker", esModule = embed "worker.js")],
      compatibilityDate = "2026-10-01",
      bindings = [${entries.join(', ')}]
    )),
    (name = "internet", network = (allow = ["local"]))
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "portal")]
);
`;
}
