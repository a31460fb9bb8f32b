import type { PortalApp } from './index.ts';
import type { Log } from './log.ts';
import type { LineLog } from './logs/pino-log.ts';
import type { RunningServer } from './serve.ts';
import type { Store } from './store/store.ts';

interface Parts {
  portal: Pick<PortalApp, 'drain'>;
  running: RunningServer;
  store: Pick<Store, 'stop'>;
  lines: Pick<LineLog, 'flush'>;
  log: Log;
}

/** Longer than any change may take (carry-out.ts): one that has begun is told how it ended. */
const GRACE_MS = 16_000;

/**
 * Ends the process on SIGTERM or SIGINT: no new connections, what is running ends, then the store
 * and the log. A second signal ends it at once.
 */
export function stopOnSignal({ portal, running, store, lines, log }: Parts): void {
  let isStopping = false;
  const stop = async (signal: string): Promise<void> => {
    if (isStopping) process.exit(1);
    isStopping = true;
    log('info', 'stopping', { type: signal });
    portal.drain();
    await running.stop(GRACE_MS);
    await store.stop();
    log('info', 'stopped');
    await lines.flush();
    process.exit(0);
  };
  process.on('SIGTERM', (signal) => void stop(signal));
  process.on('SIGINT', (signal) => void stop(signal));
}
