import type { Context } from 'hono';

/** What belongs to one request from its first moment. */
export interface WireEnv {
  Variables: { requestId: string };
}
export type WireContext = Context<WireEnv>;
