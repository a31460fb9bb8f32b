import { access, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { createIgnore, readCopy, readStages } from './dockerfile.mjs';

const root = new URL('../', import.meta.url);
const text = (name: string): Promise<string> => readFile(new URL(name, root), 'utf8');

const stages = readStages(await text('Dockerfile'));
const isIgnored = createIgnore(await text('.dockerignore'));
const last = stages.at(-1) ?? [];
const valueOf = (name: string): string =>
  last.find(({ instruction }) => instruction === name)?.value ?? '';
const copies = (stage: typeof last) =>
  stage.filter(({ instruction }) => instruction === 'COPY').map(({ value }) => readCopy(value));

/** Whether it can be built and does start: `npm run check:image`. */
describe('the Dockerfile', () => {
  it('takes only what is there, and what .dockerignore leaves there', async () => {
    const taken = stages.flatMap(copies).filter(({ from }) => from === null);
    const sources = taken.flatMap((copy) => copy.sources);
    expect(sources).toContain('package-lock.json');
    for (const source of sources) {
      await expect(access(new URL(source, root))).resolves.toBeUndefined();
      expect(isIgnored(source), source).toBe(false);
    }
  });

  it.each(['.env', '.env.local', '.git/config', 'node_modules/hono/package.json', 'npm-debug.log'])(
    'takes no secret and nothing that was built elsewhere: %s',
    (name) => expect(isIgnored(name)).toBe(true),
  );

  it('has nothing in the end but the build, which needs nothing beside it', () => {
    expect(copies(last)).toEqual([
      { from: null, sources: ['package.json', 'LICENSE'], target: './' },
      { from: 'build', sources: ['/app/dist'], target: 'dist' },
    ]);
    expect(last.map(({ instruction }) => instruction)).not.toContain('RUN');
  });

  it('runs as somebody without rights, and without a shell between', () => {
    expect(valueOf('USER')).toBe('node');
    const order = last.map(({ instruction }) => instruction);
    expect(order.indexOf('USER')).toBeGreaterThan(order.lastIndexOf('COPY'));
    expect(JSON.parse(valueOf('CMD'))).toContain('dist/server/node.js');
    expect(JSON.parse(valueOf('HEALTHCHECK').replace(/^.* CMD /, ''))[0]).toBe('node');
  });

  it('has the Node that package.json asks for', async () => {
    const [, major] = /^node:(\d+)-slim/.exec(valueOf('FROM')) ?? [];
    const { engines } = JSON.parse(await text('package.json'));
    expect(engines.node).toMatch(RegExp(`^>=${major}\\.`));
  });
});
