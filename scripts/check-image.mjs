/**
 * `npm run check:image`: does what the Dockerfile says, without an engine. Its first stage in one
 * folder, what the second takes from it in another; there its command is run as somebody without
 * rights, asked how it is, and stopped. Needs the registry of npm.
 */
import { execFile, execFileSync, spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createIgnore, readCopy, readStages } from './dockerfile.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
/** As `node` in the image. Whoever is not root is without rights already. */
const somebody = process.getuid?.() === 0 ? { uid: 1000, gid: 1000 } : {};

const folder = await mkdtemp(path.join(tmpdir(), 'portico-image-'));
try {
  await check();
} finally {
  await rm(folder, { recursive: true, force: true });
}
process.exit();

async function check() {
  const [build = [], final = []] = readStages(
    await readFile(path.join(root, 'Dockerfile'), 'utf8'),
  );
  const places = { build: path.join(folder, 'build'), final: path.join(folder, 'final') };
  await mkdir(places.build);
  await mkdir(places.final);
  await carryOut(build, places.build, places);
  await carryOut(final, places.final, places);
  // Of the build that was just made, but not of the image: what it is to talk to.
  await promisify(execFile)('npx', ['vite', 'build', '--mode', 'simulator'], { cwd: places.build });
  execFileSync('chmod', ['-R', 'a+rX', folder]);
  await tryOut(final, places);
}

/** COPY and RUN, the only ones that make files. */
async function carryOut(stage, place, places) {
  for (const { instruction, value } of stage) {
    if (instruction === 'COPY') await copy(readCopy(value), place, places);
    if (instruction === 'RUN') execFileSync('sh', ['-c', value], { cwd: place, stdio: 'inherit' });
  }
}

async function copy({ from, sources, target }, place, places) {
  for (const source of sources) {
    if (from !== null) {
      await cp(path.join(places[from], source.replace(/^\/app\//, '')), path.join(place, target), {
        recursive: true,
      });
    } else {
      for (const name of await filesOf(source))
        await cp(path.join(root, name), path.join(place, name));
    }
  }
}

/** What git knows, or would know, is what somebody has who builds it; less what is ignored. */
async function filesOf(source) {
  const isIgnored = createIgnore(await readFile(path.join(root, '.dockerignore'), 'utf8'));
  const listing = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', source];
  const names = execFileSync('git', listing, { cwd: root, encoding: 'utf8' }).split('\0');
  const found = names.filter((name) => name !== '' && !isIgnored(name));
  if (found.length === 0) throw new Error(`There is nothing to COPY as ${source}.`);
  return found;
}

async function tryOut(final, places) {
  const valueOf = (name) => final.find(({ instruction }) => instruction === name)?.value ?? '';
  const [stripePort, port] = [await freePort(), await freePort()];
  const stripe = spawn(process.execPath, ['dist/demo/simulator.js'], {
    cwd: places.build,
    env: { PORT: String(stripePort) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const environment = {
    ...Object.fromEntries(
      valueOf('ENV')
        .split(' ')
        .map((pair) => pair.split('=')),
    ),
    PATH: process.env.PATH,
    PORT: String(port),
    STRIPE_SECRET_KEY: 'sk_test_simulator',
    STRIPE_PUBLISHABLE_KEY: 'pk_test_simulator',
    STRIPE_API_BASE: `http://127.0.0.1:${stripePort}`,
    PORTICO_SECRET: secretBy(places),
  };
  const options = { cwd: places.final, env: environment, ...somebody };
  const [program, ...parameters] = JSON.parse(valueOf('CMD'));
  const server = spawn(program, parameters, {
    ...options,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  try {
    const url = `http://127.0.0.1:${port}`;
    await answering(`${url}/healthz`, ended);
    const ready = await (await fetch(`${url}/readyz`)).json();
    if (ready.status !== 'ready') throw new Error(`It is not ready: ${JSON.stringify(ready)}`);
    for (const script of ['billing-portal.js', 'embed.js']) {
      const { status } = await fetch(`${url}/${script}`);
      if (status !== 200) throw new Error(`/${script} answers ${status}.`);
    }
    const [healthy, ...how] = JSON.parse(valueOf('HEALTHCHECK').replace(/^.* CMD /, ''));
    execFileSync(healthy, how, options);
    server.kill('SIGTERM');
    const code = await ended;
    if (code !== 0) throw new Error(`It ended with ${code} on SIGTERM.`);
  } finally {
    server.kill('SIGKILL');
    stripe.kill('SIGKILL');
  }
  console.log(
    'The image can be built, starts, is healthy and ready, serves the widget, and stops.',
  );
}

/** Made as its owner would make it, in the image. */
function secretBy({ final }) {
  return execFileSync(process.execPath, ['dist/server/cli.js', 'secret', 'test'], {
    cwd: final,
    encoding: 'utf8',
    ...somebody,
  }).trim();
}

async function answering(url, ended) {
  const answer = async () => {
    for (let tries = 0; tries < 200; tries += 1) {
      const isUp = await fetch(url).then(
        ({ ok }) => ok,
        () => false,
      );
      if (isUp) return;
      await sleep(100);
    }
    throw new Error('It did not answer.');
  };
  const end = ended.then(() => {
    throw new Error('It ended before it answered.');
  });
  await Promise.race([answer(), end]);
  // It is stopped later on, which is then no fault.
  end.catch(() => {});
}

function freePort() {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
