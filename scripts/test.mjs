/**
 * `npm test`: everything that can fail, on a clean clone. Types, lint and format count as one test
 * each. The browser tests come last and alone: they share two cores with nobody.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildAll } from './build.mjs';
import { ensureChromium } from './chromium.mjs';
import { STATIC_CHECKS, run } from './steps.mjs';

const SUITES = [['node', 'dom'], ['browser'], ['e2e']];

const total = { passed: 0, failed: 0 };
const environment = { CHROME_PATH: await ensureChromium() };

for (const [name, command] of Object.entries(STATIC_CHECKS)) {
  const succeeded = await run(command);
  count(succeeded ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
  console.log(`${succeeded ? '✓' : '✗'} ${name}`);
}
await buildAll();
for (const projects of SUITES) count(await runSuite(projects));

console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

function count({ passed, failed }) {
  total.passed += passed;
  total.failed += failed;
}

/** A suite that breaks before its first test (a syntax error, no browser) is a failure too. */
async function runSuite(projects) {
  const folder = await mkdtemp(path.join(tmpdir(), 'portico-test-'));
  const outputFile = path.join(folder, 'results.json');
  const succeeded = await run(
    [
      'vitest',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${outputFile}`,
      ...projects.map((project) => `--project=${project}`),
    ],
    environment,
  );
  const results = await readFile(outputFile, 'utf8').then(JSON.parse, () => null);
  await rm(folder, { recursive: true });
  const passed = results?.numPassedTests ?? 0;
  const failed = results?.numFailedTests ?? 0;
  return { passed, failed: succeeded ? failed : Math.max(1, failed) };
}
