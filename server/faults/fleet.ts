import { fork, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { PortalServer } from '../index.ts';

/** Instances of the server as processes of their own. */
export interface Fleet {
  servers: PortalServer[];
  /** Ends one without a word, and starts another in its place. */
  killAndReplace(index: number): Promise<void>;
  stop(): Promise<void>;
}

interface Member {
  process: ChildProcess;
  port: number;
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export async function startFleet(
  size: number,
  environment: Record<string, string>,
): Promise<Fleet> {
  const folder = await mkdtemp(path.join(ROOT, 'node_modules/.portico-fleet-'));
  await buildInstance(folder);
  const start = (): Promise<Member> => startMember(path.join(folder, 'instance.js'), environment);
  const members = await Promise.all(Array.from({ length: size }, start));
  return {
    servers: members.map((_member, index) => ({
      fetch: (request) => forward(request, members[index]?.port ?? 0),
    })),
    async killAndReplace(index) {
      members[index]?.process.kill('SIGKILL');
      members[index] = await start();
    },
    async stop() {
      for (const member of members) member.process.kill('SIGKILL');
      await rm(folder, { recursive: true });
    },
  };
}

/** What a browser gets where nobody answers is an error; here it is an answer of nobody. */
async function forward(request: Request, port: number): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const body = request.method === 'GET' ? undefined : await request.text();
  const { method, headers } = request;
  const signal = AbortSignal.timeout(20_000);
  const url = `http://localhost:${port}${pathname}${search}`;
  return fetch(url, { method, headers, signal, ...(body && { body }) });
}

function startMember(file: string, environment: Record<string, string>): Promise<Member> {
  const child = fork(file, { env: { ...process.env, ...environment }, execArgv: [] });
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`An instance ended with ${code}.`)));
    child.once('message', (port) => resolve({ process: child, port: Number(port) }));
  });
}

async function buildInstance(outDir: string): Promise<void> {
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: path.join(ROOT, 'server/faults/instance.ts'),
      outDir,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: '[name].js' } },
    },
  });
}
