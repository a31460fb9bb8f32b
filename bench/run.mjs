/**
 * `npm run bench`: each figure beside its baseline, measured in one run. `--only=warm` runs those
 * whose name contains it.
 */
import process from 'node:process';
import { buildAll } from '../scripts/build.mjs';
import { measureCold } from './measures/cold.mjs';
import { measureCrowd } from './measures/crowd.mjs';
import { measureCrypto } from './measures/crypto.mjs';
import { measureFlood } from './measures/flood.mjs';
import { measureMany } from './measures/many.mjs';
import { measureRestart } from './measures/restart.mjs';
import { measureOverload } from './measures/overload.mjs';
import { measureStampede } from './measures/stampede.mjs';
import { measureThroughput } from './measures/throughput.mjs';

const MEASURES = {
  'warm and session throughput': measureThroughput,
  'cold view': measureCold,
  'stampede of one customer': measureStampede,
  'restart with everybody at once': measureRestart,
  'many subscriptions': measureMany,
  'flood of bad hashes': measureFlood,
  'crowd of 500 views a second': measureCrowd,
  'overload with a slow Stripe': measureOverload,
  'crypto and memory': measureCrypto,
};

const only = process.argv.find((one) => one.startsWith('--only='))?.slice(7) ?? '';
if (!process.argv.includes('--no-build')) await buildAll();
for (const [name, measure] of Object.entries(MEASURES)) {
  if (!name.includes(only)) continue;
  for await (const line of measure()) console.log(line);
}
process.exit(0);
