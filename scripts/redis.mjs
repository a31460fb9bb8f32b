import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';

/**
 * The path of a redis-server that answers: `REDIS_SERVER_PATH`, the system's, or one that is
 * installed now (Debian, as root). Throws rather than let a test go on without one.
 * @returns {string}
 */
export function ensureRedis() {
  const found = findRedis();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('No redis-server found: installing one (once).');
    attempt('apt-get', ['update', '-q']);
    attempt('apt-get', ['install', '-qy', '--no-install-recommends', 'redis-server']);
  }
  const installed = findRedis();
  if (installed) return installed;
  throw new Error(
    'The store tests need redis-server, and it could not be installed. Install it, or set ' +
      'REDIS_SERVER_PATH to one, and run the tests again.',
  );
}

/**
 * A Redis of one's own on a free port, that keeps nothing on disk.
 * @param {number} [port] where it shall listen; left out: any free port
 * @returns {Promise<{url: string, port: number, process: import('node:child_process').ChildProcess, stop: () => Promise<void>}>}
 */
export async function startRedis(port) {
  const folder = await mkdtemp(path.join(tmpdir(), 'portico-redis-'));
  const chosen = port ?? (await freePort());
  const options = ['--port', String(chosen), '--bind', '127.0.0.1', '--save', '', '--dir', folder];
  const child = spawn(ensureRedis(), options, { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`redis-server ended with ${code}.`)));
    child.stdout.on('data', (text) => {
      if (String(text).includes('Ready to accept connections')) resolve(undefined);
    });
  });
  return {
    url: `redis://127.0.0.1:${chosen}`,
    port: chosen,
    process: child,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        const ended = new Promise((resolve) => child.once('exit', resolve));
        child.kill('SIGKILL');
        await ended;
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function findRedis() {
  for (const candidate of [process.env.REDIS_SERVER_PATH, 'redis-server']) {
    if (candidate && answers(candidate)) return candidate;
  }
  return null;
}

function answers(program) {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function attempt(program, args) {
  try {
    execFileSync(program, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  } catch {
    // The caller looks whether it is there now; that is what counts.
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
