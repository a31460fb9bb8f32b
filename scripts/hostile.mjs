/**
 * `npm run test:hostile`: the tests of docs/threats.md with their generated sets whole (`HOSTILE=full`);
 * `npm test` takes a part of them. The browser's come last and alone.
 */
import { buildAll } from './build.mjs';
import { ensureChromium } from './chromium.mjs';
import { run } from './steps.mjs';

const environment = { HOSTILE: 'full', CHROME_PATH: await ensureChromium() };

await buildAll();
const results = [];
for (const projects of [['node', 'dom'], ['browser'], ['e2e']]) {
  const chosen = projects.map((project) => `--project=${project}`);
  results.push(
    await run(['vitest', 'run', '--passWithNoTests', ...chosen, 'threats/'], environment),
  );
}
process.exitCode = results.every(Boolean) ? 0 : 1;
