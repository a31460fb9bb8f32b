/** The entry of `npm start`: the environment in, a listening server out. */
import { fileURLToPath } from 'node:url';
import { readAssets } from './assets.ts';
import { createPortal } from './index.ts';
import { createPinoLog } from './logs/pino-log.ts';
import { redacting } from './logs/redacting.ts';
import { readOptions } from './options.ts';
import { SetupError } from './portal-file.ts';
import { listen } from './serve.ts';
import { createNodeAsk } from './stripe/http/node-ask.ts';
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
  const running = await listen(
    createPortal(options, { assets, log: lines.log, ask: createNodeAsk() }),
    options.port,
  );
  log('info', 'listening', { port: running.port, mode: options.mode });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(
      signal,
      () =>
        void running
          .stop()
          .then(lines.flush)
          .then(() => process.exit(0)),
    );
  }
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  console.error(`Portico cannot start:\n${error.message.replace(/^/gm, '  ')}`);
  process.exitCode = 1;
}
