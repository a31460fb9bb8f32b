import type { Context } from 'hono';
import type { NodeBindings } from '../faults/connection.ts';

/** What belongs to one request from its first moment. */
export interface WireEnv {
  Variables: { requestId: string };
  Bindings: Partial<NodeBindings>;
}
export type WireContext = Context<WireEnv>;
