import { signHash } from '../auth/signature.ts';
import { createPortal } from '../index.ts';
import type { Ask } from '../stripe/http/ask.ts';
import { caller, type Caller, type Stage } from './stage.ts';
import { unlimited } from './unlimited.ts';

/** Signs in at one more server before the same Stripe, whose line to it is the test's. */
export async function visitThrough(stage: Stage, key: string, ask: Ask): Promise<Caller> {
  const server = createPortal(stage.options, {
    now: () => Math.floor(stage.simulator.now()),
    limits: unlimited,
    ask,
  });
  const id = stage.customerId(key);
  const hash = await signHash(stage.secret, { type: 'customer', id }, null);
  const answer = await caller(server)('POST /v1/sessions', { body: { customerId: id, hash } });
  return caller(server, answer.body.token);
}
