import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import process from 'node:process';

const CANDIDATES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** Flags that keep a headless Chromium quiet and offline: nothing of its own on the network. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The path of a Chromium that answers: `CHROME_PATH`, the system's, or Playwright's own.
 * @returns {Promise<string | null>}
 */
export async function findChromium() {
  const own = await playwrightsOwn();
  for (const path of [process.env.CHROME_PATH, ...CANDIDATES, own]) {
    if (path && answers(path)) return resolve(path);
  }
  return null;
}

/**
 * As findChromium, but installs one where there is none: Debian's as root, else Playwright's.
 * Throws rather than let a test run go on without a browser.
 * @returns {Promise<string>}
 */
export async function ensureChromium() {
  const found = await findChromium();
  if (found) return found;
  console.log('No Chromium found: installing one (once).');
  const isRoot = process.getuid?.() === 0;
  if (isRoot && existsSync('/usr/bin/apt-get')) {
    attempt('apt-get', ['update', '-q']);
    attempt('apt-get', [
      'install',
      '-qy',
      '--no-install-recommends',
      'chromium',
      'fonts-liberation',
    ]);
  }
  const installed = await findChromium();
  if (installed) return installed;
  attempt('npx', ['playwright-core', 'install', ...(isRoot ? ['--with-deps'] : []), 'chromium']);
  const last = await findChromium();
  if (last) return last;
  throw new Error(
    'The browser tests need Chromium, and none could be installed. Install Chrome or Chromium, ' +
      'or set CHROME_PATH to one, and run the tests again.',
  );
}

async function playwrightsOwn() {
  const { chromium } = await import('playwright-core');
  return chromium.executablePath();
}

function answers(path) {
  try {
    execFileSync(path, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function resolve(path) {
  if (path.includes('/')) return path;
  return execFileSync('sh', ['-c', `command -v ${path}`], { encoding: 'utf8' }).trim();
}

function attempt(command, args) {
  try {
    execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  } catch {
    // The caller looks whether a browser is there now; that is what counts.
  }
}
