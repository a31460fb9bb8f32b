/** The entry of `npm start`: the environment in, a listening server out. */
import { fileURLToPath } from 'node:url';
import { readAssets } from './assets.ts';
import { createPortal } from './index.ts';
import { createPinoLog } from './logs/pino-log.ts';
import { redacting } from './logs/redacting.ts';
import { createMetrics } from './metrics/prometheus.ts';
import { readOptions } from './options.ts';
import { SetupError } from './portal-file.ts';
import { listen } from './serve.ts';
import { stopOnSignal } from './stop-on-signal.ts';
import { createMemoryStore } from './store/memory-store.ts';
import { createRedisStore } from './store/redis-store.ts';
import { createNodeAsk } from './stripe/http/node-ask.ts';
import { createPacedAsk } from './stripe/http/paced-ask.ts';
import { readTextFile } from './text-file.ts';

try {
  const options = readOptions(process.env, readTextFile);
  const assets = await readAssets(fileURLToPath(new URL('../widget', import.meta.url)));
  const lines = createPinoLog();
  const log = redacting(lines.log);
  if (options.allowedOrigins === null) {
    log('warn', 'any origin may embed', {
      advice: 'Set PORTICO_ALLOWED_ORIGINS. With a live key it is required.',
    });
  }
  const { redisUrl, metricsToken: token, publicUrl } = options;
  // What it means for a change, a limit or the cache is said where it happens.
  const store =
    redisUrl === null ? createMemoryStore() : await createRedisStore(redisUrl, () => {});
  const portal = createPortal(options, {
    assets,
    store,
    log: lines.log,
    ask: createPacedAsk(createNodeAsk(), options.stripePace),
    ...(token !== null && { metrics: { ...createMetrics(), token } }),
  });
  const isBehindHttps = publicUrl?.startsWith('https:') ?? false;
  const running = await listen(portal, options.port, { isBehindHttps });
  stopOnSignal({ portal, running, store, lines, log });
  log('info', 'listening', { port: running.port, mode: options.mode });
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  console.error(`Portico cannot start:\n${error.message.replace(/^/gm, '  ')}`);
  process.exitCode = 1;
}
