import type { Hono } from 'hono';
import { sha256, toHex } from '../digest.ts';
import { ProblemError, problemResponse } from '../problem.ts';
import { PRIVATE_HEADERS } from '../reply.ts';

export interface MetricsPage {
  contentType: string;
  read(): Promise<string>;
}

/**
 * For Prometheus. Whoever does not know the token finds nothing here, with the same words as at any
 * other path that there is not.
 */
export function metricsRoute(app: Hono, page: MetricsPage, token: string): void {
  app.get('/metrics', async function sendMetrics(context) {
    const given = /^Bearer (\S{1,512})$/.exec(context.req.header('authorization') ?? '')?.[1] ?? '';
    if ((await digest(given)) !== (await digest(token))) {
      return problemResponse(new ProblemError('not-found'), crypto.randomUUID());
    }
    const headers = { ...PRIVATE_HEADERS, 'content-type': page.contentType };
    return new Response(await page.read(), { headers });
  });
}

/** Compared in place of the token itself: how far two digests agree tells nothing of it. */
async function digest(text: string): Promise<string> {
  return toHex(await sha256(text));
}
