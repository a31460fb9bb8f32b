/**
 * `npm run test:faults`: every operation under every fault, before and after its effect, with twenty
 * seeds each, and all the races whole (`FAULTS=full`); `npm test` takes a sample. Some ten minutes.
 * `FAULTS_SEED` and `FAULTS_SEEDS` choose the first seed and how many there are.
 */
import { run } from './steps.mjs';

const chosen = ['--project=node', 'server/faults', 'server/threats/races'];
const succeeded = await run(['vitest', 'run', '--testTimeout=900000', ...chosen], {
  FAULTS: 'full',
});
process.exitCode = succeeded ? 0 : 1;
