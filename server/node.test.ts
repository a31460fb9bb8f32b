import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startRedis } from '../scripts/redis.mjs';
import { makeSecret } from './auth/secrets.ts';
import { setStage, type Stage } from './testing/stage.ts';

let folder: string;
let stage: Stage;
const children: ChildProcess[] = [];

beforeAll(async () => {
  stage = await setStage();
  folder = await mkdtemp(path.join(tmpdir(), 'portico-node-'));
  await mkdir(path.join(folder, 'widget'));
  await writeFile(path.join(folder, 'widget/billing-portal.js'), 'export {}');
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: fileURLToPath(new URL('node.ts', import.meta.url)),
      outDir: path.join(folder, 'server'),
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'node.mjs' } },
    },
  });
}, 60_000);
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});
afterAll(async () => {
  await stage.stop();
  await rm(folder, { recursive: true });
});

interface Started {
  url: string;
  lines: string[];
  child: ChildProcess;
  ended: Promise<number | null>;
}

async function start(environment: Record<string, string> = {}): Promise<Started> {
  const child = spawn(process.execPath, [path.join(folder, 'server/node.mjs')], {
    env: {
      STRIPE_SECRET_KEY: 'sk_test_simulator',
      STRIPE_PUBLISHABLE_KEY: 'pk_test_simulator',
      STRIPE_API_BASE: stage.options.stripeApiBase ?? '',
      PORTICO_SECRET: makeSecret('test'),
      PORT: '0',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const lines: string[] = [];
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  child.stdout?.on('data', (text) => lines.push(...String(text).trimEnd().split('\n')));
  const listening = (): string | undefined => lines.find((line) => line.includes('"listening"'));
  await expect.poll(listening, { timeout: 15_000 }).toBeDefined();
  return { url: `http://127.0.0.1:${JSON.parse(listening() ?? '').port}`, lines, child, ended };
}

const readyz = async (url: string): Promise<unknown> => (await fetch(`${url}/readyz`)).json();

describe('the server on Node', () => {
  it('ends on SIGTERM once what it was doing is done, and says so', async () => {
    const { url, lines, child, ended } = await start();
    const tell = stage.simulator.fetch.bind(stage.simulator);
    const waiting: (() => void)[] = [];
    stage.simulator.fetch = async (request) => {
      await new Promise<void>((resolve) => waiting.push(resolve));
      return tell(request);
    };
    const underWay = readyz(url);
    await expect.poll(() => waiting.length).toBeGreaterThan(0);
    child.kill('SIGTERM');
    await expect.poll(() => lines.some((line) => line.includes('"stopping"'))).toBe(true);
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
    stage.simulator.fetch = tell;
    for (const go of waiting) go();
    expect(await underWay).toMatchObject({ status: 'stopping', stripe: 'ok' });
    expect(await ended).toBe(0);
    expect(lines.at(-1)).toContain('"stopped"');
  });

  it('ends at once on a second signal', async () => {
    const { url, lines, child, ended } = await start();
    const tell = stage.simulator.fetch.bind(stage.simulator);
    let asked = 0;
    stage.simulator.fetch = () => {
      asked += 1;
      return new Promise(() => {});
    };
    const lost = expect(readyz(url)).rejects.toThrow();
    await expect.poll(() => asked).toBe(1);
    child.kill('SIGTERM');
    await expect.poll(() => lines.some((line) => line.includes('"stopping"'))).toBe(true);
    child.kill('SIGTERM');
    expect(await ended).toBe(1);
    await lost;
    stage.simulator.fetch = tell;
  });

  it('shares what REDIS_URL names, works on without it, and comes back to it', async () => {
    const redis = await startRedis();
    const { url, lines } = await start({ REDIS_URL: redis.url });
    expect(await readyz(url)).toMatchObject({ status: 'ready', store: 'ok' });
    await redis.stop();
    const look = (): Promise<unknown> => readyz(url);
    await expect
      .poll(look, { timeout: 12_000, interval: 500 })
      .toMatchObject({ status: 'degraded', store: 'unavailable' });
    expect(lines.join('\n')).not.toContain(redis.url);
    const again = await startRedis(redis.port);
    await expect.poll(look, { timeout: 15_000, interval: 500 }).toMatchObject({ status: 'ready' });
    await again.stop();
  }, 40_000);
});
