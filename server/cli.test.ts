import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSecret } from './auth/secrets.ts';
import type { Finding } from './doctor/finding.ts';
import { listen } from './serve.ts';
import { setStage, type Stage } from './testing/stage.ts';

interface Ended {
  code: number;
  said: string;
  complained: string;
}

let folder: string;
let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  folder = await mkdtemp(path.join(tmpdir(), 'portico-cli-'));
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: fileURLToPath(new URL('cli.ts', import.meta.url)),
      outDir: folder,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'cli.mjs' } },
    },
  });
}, 60_000);
afterAll(async () => {
  await stage.stop();
  await rm(folder, { recursive: true });
});

function portico(parameters: string[], environment: Record<string, string> = {}): Promise<Ended> {
  return new Promise((resolve) => {
    const program = [path.join(folder, 'cli.mjs'), ...parameters];
    const options = { env: environment, timeout: 15_000 };
    execFile(process.execPath, program, options, (error, said, complained) => {
      resolve({ code: error ? Number(error.code ?? -1) : 0, said, complained });
    });
  });
}

const settings = (): Record<string, string> => ({
  STRIPE_SECRET_KEY: stage.options.stripeSecretKey,
  STRIPE_PUBLISHABLE_KEY: 'pk_test_simulator',
  STRIPE_API_BASE: stage.stripeUrl,
  PORTICO_SECRET: makeSecret('test'),
});

describe('portico secret', () => {
  it.each([
    [[], 'test'],
    [['test'], 'test'],
    [['live'], 'live'],
  ])('prints a new secret and nothing else: %j', async (parameters, mode) => {
    const [first, second] = await Promise.all([
      portico(['secret', ...parameters]),
      portico(['secret', ...parameters]),
    ]);
    expect(first).toMatchObject({ code: 0, complained: '' });
    expect(first.said).toMatch(RegExp(`^prt_${mode}_[\\w-]{43}\\n$`));
    expect(second.said).not.toBe(first.said);
  });
});

describe('portico', () => {
  it.each([['help'], ['--help'], ['-h'], ['doctor', '--help']])(
    'explains itself: %j',
    async (...all) => {
      const { code, said, complained } = await portico(all);
      expect([code, complained]).toEqual([0, '']);
      expect(said).toMatch(/^Usage: portico <command>/);
    },
  );

  it.each([
    [],
    ['nonsense'],
    ['secret', 'prod'],
    ['secret', 'test', 'live'],
    ['doctor', 'now'],
    ['doctor', '--frob'],
    ['doctor', '--probe'],
    ['doctor', '--probe', 'app.example.com/hash'],
  ])('does nothing and ends with 1 where it is not understood: %s %s %s', async (...all) => {
    const { code, said, complained } = await portico(all, settings());
    // A script that takes a secret from here must not get a page of help for one.
    expect([code, said]).toEqual([1, '']);
    expect(complained).toMatch(/Usage: portico <command>|--probe needs/);
  });
});

describe('portico doctor', () => {
  it('ends with 0 where there is no problem, and by itself', async () => {
    const { code, said } = await portico(['doctor'], settings());
    expect(said).toMatch(/^ok +settings: the keys are of test mode/m);
    expect(said).not.toContain('PROBLEM');
    expect(code).toBe(0);
  });

  it('ends with 1 where there is one, and prints no secret', async () => {
    const environment: Record<string, string> = {
      ...settings(),
      REDIS_URL: 'redis://:hidden@127.0.0.1:1',
    };
    const { code, said, complained } = await portico(['doctor'], environment);
    expect(code).toBe(1);
    expect(said).toMatch(/^PROBLEM +redis: Redis does not answer[^\n]*\n +→ /m);
    for (const secret of [environment['PORTICO_SECRET'] ?? '', 'hidden']) {
      expect(`${said}${complained}`).not.toContain(secret);
    }
  });

  it('ends with 1 where nothing is set at all, and names what is missing', async () => {
    const { code, said } = await portico(['doctor']);
    expect(code).toBe(1);
    expect(said).toMatch(/PROBLEM.*STRIPE_SECRET_KEY/);
  });

  it('says the same as JSON', async () => {
    const { code, said } = await portico(['doctor', '--json'], settings());
    const findings: Finding[] = JSON.parse(said);
    expect(code).toBe(0);
    expect(findings.map(({ check }) => check)).toContain('stripe');
    expect(findings.every(({ text, verdict }) => text !== '' && verdict !== 'problem')).toBe(true);
  });

  it('tries the endpoint that signs, where it is told to', async () => {
    const asked: string[] = [];
    const site = await listen(
      {
        async fetch(request) {
          asked.push(request.method);
          return Response.json({ hash: 'no' }, { status: 401 });
        },
      },
      0,
    );
    const url = `http://127.0.0.1:${site.port}/hash`;
    const { code, said } = await portico(['doctor', '--probe', url], settings());
    await site.stop();
    expect(asked).toEqual(['POST', 'GET']);
    expect(said).toMatch(/^ok +probe: /m);
    expect(code).toBe(0);
  });
});
