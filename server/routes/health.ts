import type { Hono } from 'hono';
import type { ServerContext } from '../context.ts';
import { PRIVATE_HEADERS } from '../reply.ts';

/**
 * `/healthz`: the process runs. `/readyz`: customers may be sent here, and what is wrong if not; it
 * says nothing that an outsider could use.
 */
export function healthRoutes(app: Hono, { readiness }: ServerContext): void {
  app.get('/healthz', function answerHealth(context) {
    return context.json({ status: 'ok' }, 200, PRIVATE_HEADERS);
  });
  app.get('/readyz', async function answerReady(context) {
    const report = await readiness.check();
    const isReady = report.status === 'ready' || report.status === 'degraded';
    return context.json(report, isReady ? 200 : 503, PRIVATE_HEADERS);
  });
}
