/** One instance as a process of its own, to be killed. Says its port to whoever started it. */
import { createPortal } from '../index.ts';
import { noLog } from '../log.ts';
import { readOptions } from '../options.ts';
import { listen } from '../serve.ts';
import { createRedisStore } from '../store/redis-store.ts';
import { createNodeAsk } from '../stripe/http/node-ask.ts';
import { unlimited } from '../testing/unlimited.ts';

const { REDIS_URL = '', FAULTS_NOW = '' } = process.env;
const store = await createRedisStore(REDIS_URL, () => {});
const server = createPortal(readOptions(process.env), {
  ask: createNodeAsk(),
  store,
  limits: unlimited,
  log: noLog,
  now: () => Number(FAULTS_NOW),
});
const { port } = await listen(server, 0);
process.send?.(port);
process.once('disconnect', () => process.exit());
