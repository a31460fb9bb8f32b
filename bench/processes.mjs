/** Each server in a process of its own, as it would run: only then do figures mean something. */
import { spawn } from 'node:child_process';
import net from 'node:net';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const running = new Set();

/**
 * Starts a script and waits until it answers on its port.
 * @param {string} script path from the root of the repository
 * @param {Record<string, string>} environment
 * @returns {Promise<{url: string, pid: number, stop: () => Promise<void>}>}
 */
export async function start(script, environment = {}) {
  const port = await freePort();
  const child = spawn(process.execPath, [fileURLToPath(new URL(`../${script}`, import.meta.url))], {
    env: { PATH: process.env.PATH, PORT: String(port), ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  running.add(child);
  const stop = async () => {
    running.delete(child);
    if (child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  };
  await answering(port, child);
  return { url: `http://127.0.0.1:${port}`, pid: child.pid, stop };
}

process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

async function answering(port, child) {
  for (let tries = 0; tries < 200; tries += 1) {
    if (child.exitCode !== null) throw new Error('A server ended before it answered.');
    const isOpen = await new Promise((resolve) => {
      const socket = net.connect(port, '127.0.0.1', () => resolve(true));
      socket.once('error', () => resolve(false));
      socket.once('connect', () => socket.destroy());
    });
    if (isOpen) return;
    await sleep(50);
  }
  throw new Error('A server did not answer within ten seconds.');
}

function freePort() {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
