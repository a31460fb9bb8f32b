/**
 * `npm test`: everything that can fail, on a clean clone. Types, lint and format count as one test
 * each. The browser tests come last and alone: they share two cores with nobody. What server and
 * simulator said to each other meanwhile is then held against the types of Stripe's SDK.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildAll } from './build.mjs';
import { ensureChromium } from './chromium.mjs';
import { STATIC_CHECKS, run } from './steps.mjs';
import { checkTraffic, readTraffic } from './traffic/check.mjs';

const SUITES = [['node', 'dom'], ['browser'], ['e2e']];

const total = { passed: 0, failed: 0 };
const trafficFolder = await mkdtemp(path.join(tmpdir(), 'portico-traffic-'));
const environment = {
  CHROME_PATH: await ensureChromium(),
  E2E_TRAFFIC_FOLDER: trafficFolder,
};

for (const [name, command] of Object.entries(STATIC_CHECKS)) report(name, await run(command));
await buildAll();
for (const projects of SUITES) count(await runSuite(projects));
await holdTrafficAgainstStripe();

console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

/** One test each way. Nothing recorded is a failure too. */
async function holdTrafficAgainstStripe() {
  const traffic = await readTraffic(trafficFolder);
  await rm(trafficFolder, { recursive: true });
  const complaints = await checkTraffic(traffic);
  for (const way of ['requests', 'answers']) {
    const recorded = traffic.filter((one) => `${one.way}s` === way).length;
    for (const complaint of complaints[way]) console.error(complaint);
    const isStripes = recorded > 0 && complaints[way].length === 0;
    report(`recorded ${way} are Stripe’s (${recorded} of distinct shape)`, isStripes);
  }
}

function report(name, succeeded) {
  count(succeeded ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
  console.log(`${succeeded ? '✓' : '✗'} ${name}`);
}

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
