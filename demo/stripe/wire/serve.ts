import { deliver } from '../faults/deliver.ts';
import { NoAnswer } from '../faults/connection.ts';
import type { WireFaultRule } from '../faults/fault-rule.ts';
import { answerCall } from './answer-call.ts';
import type { Gate } from './gate.ts';
import { readAsked } from './asked.ts';
import type { Asked } from './asked.ts';
import type { WireContext } from './context.ts';
import { StripeFault, unexpected } from './fault.ts';
import { faultAnswer, reply } from './reply.ts';
import type { Answer } from './reply.ts';
import type { Route } from './route.ts';

/** One call's whole way: admission, work, and the way back, which a fault may spoil. */
export async function serve(gate: Gate, route: Route, context: WireContext): Promise<Response> {
  const asked = await readAsked(context, route, gate.keys);
  const { answer, rule } = await answerOf(gate, asked);
  const whole = { ...answer, headers: { ...keyHeaders(asked, answer), ...answer.headers } };
  gate.heard(asked, answer);
  if (rule === null || !isOnTheWayBack(rule)) return reply(context, whole);
  const way = { fault: rule.fault, faults: gate.faults, signal: asked.signal };
  return deliver(context, whole, way).catch((error: unknown) => {
    throw error instanceof NoAnswer ? error : new NoAnswer(error);
  });
}

async function answerOf(
  gate: Gate,
  asked: Asked,
): Promise<{ answer: Answer; rule: WireFaultRule | null }> {
  let rule: WireFaultRule | null = null;
  try {
    gate.limits.admit(asked);
    rule = gate.faults.queue.meet(asked);
    return { answer: await answerCall(gate, asked, rule), rule };
  } catch (error) {
    if (error instanceof NoAnswer) throw error;
    const fault = error instanceof StripeFault ? error : unexpected(error);
    return { answer: faultAnswer(fault), rule };
  }
}

/** A call that was made to wait before it began has a good way back. */
function isOnTheWayBack({ when, fault }: WireFaultRule): boolean {
  return when === 'after' || (fault.kind !== 'latency' && fault.kind !== 'hang');
}

/** Only what came to no decision may be tried again with the same key. */
function keyHeaders({ idempotencyKey, requestId }: Asked, answer: Answer): Record<string, string> {
  if (idempotencyKey === null) return {};
  const isDecided = answer.status < 500 && answer.status !== 409 && answer.status !== 429;
  return {
    'idempotency-key': idempotencyKey,
    'original-request': requestId,
    ...(isDecided ? { 'stripe-should-retry': 'false' } : {}),
  };
}
