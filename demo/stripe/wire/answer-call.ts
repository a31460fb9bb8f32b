import { runDue } from '../core/advance.ts';
import { causedBy } from '../core/cause.ts';
import { NoAnswer } from '../faults/connection.ts';
import type { WireFaultRule } from '../faults/fault-rule.ts';
import { statusAnswer } from '../faults/status-answer.ts';
import { finishAdvancing } from '../test-clocks/finish-advancing.ts';
import { refuseWhileAdvancing, timelineOf, timeOn } from '../test-clocks/timeline.ts';
import type { Asked } from './asked.ts';
import type { Gate } from './gate.ts';
import type { Kept, Use } from './idempotency.ts';
import type { Answer } from './reply.ts';
import { runRoute } from './run-route.ts';
import { transact } from './transaction.ts';
import type { Outcome } from './transaction.ts';

/**
 * The old answer for an old key; otherwise the work, with its key and its customers held until it
 * is done. A fault may come before the work, instead of it, or lay its own answer over it.
 */
export async function answerCall(
  gate: Gate,
  asked: Asked,
  rule: WireFaultRule | null,
): Promise<Answer> {
  const instead = rule?.when === 'before' ? answerInstead(rule) : null;
  if (instead !== null) return instead;
  const use = useOf(asked);
  const old = use === null ? null : gate.replays.take(use, gate.world.clock.now());
  if (old !== null) return replayed(old);
  try {
    const unlock = gate.locks.acquire(gate.world, asked);
    try {
      if (rule?.when === 'before') await holdBack(gate, asked, rule);
      const outcome = layOver(work(gate, asked), rule);
      return use === null ? outcome : keep(gate, use, { asked, outcome });
    } finally {
      unlock();
    }
  } finally {
    if (use !== null) gate.replays.release(use);
  }
}

/** What is answered where Stripe does not come to the work at all. */
function answerInstead({ fault }: WireFaultRule): Answer | null {
  if (fault.kind === 'latency' || fault.kind === 'hang') return null;
  return statusAnswer(fault.kind === 'status' ? fault : { kind: 'status', status: 500 });
}

async function holdBack(gate: Gate, asked: Asked, { fault }: WireFaultRule): Promise<void> {
  if (fault.kind !== 'latency' && fault.kind !== 'hang') return;
  await gate.faults.hold(fault, asked.signal()).catch((reason: unknown) => {
    throw new NoAnswer(reason);
  });
}

function work({ world, limits }: Gate, asked: Asked): Outcome {
  const clock = timelineOf(world, asked);
  if (asked.route.method === 'GET') finishAdvancing(world);
  else refuseWhileAdvancing(world, clock);
  runDue(world, world.clock.now());
  const cause = { requestId: asked.requestId, idempotencyKey: asked.idempotencyKey };
  const isDryRun = asked.route.options.isDryRun === true;
  const outcome = causedBy(world, cause, () =>
    transact(world, { isDryRun, clock }, () => {
      const mark = world.store.mark();
      const body = runRoute(world, asked);
      if (!isDryRun) limits.check(asked, world.store.changesSince(mark), world.clock.now());
      return body;
    }),
  );
  runDue(world, timeOn(world, clock), clock);
  return outcome;
}

/** The effect stays; what Stripe says of it is the fault's. */
function layOver(outcome: Outcome, rule: WireFaultRule | null): Outcome {
  if (rule?.when !== 'after' || rule.fault.kind !== 'status') return outcome;
  return { ...statusAnswer(rule.fault), isKept: outcome.isKept };
}

function keep(
  { replays, world }: Gate,
  use: Use,
  { asked, outcome }: { asked: Asked; outcome: Outcome },
): Answer {
  if (!outcome.isKept) return outcome;
  const { status, body } = outcome;
  replays.keep(use, { status, body, requestId: asked.requestId }, world.clock.now());
  return { ...outcome, headers: { 'stripe-should-retry': 'false', ...outcome.headers } };
}

function replayed({ status, body, requestId }: Kept): Answer {
  const headers = { 'idempotent-replayed': 'true', 'original-request': requestId };
  return { status, body, headers: { ...headers, 'stripe-should-retry': 'false' } };
}

function useOf({ apiKey, idempotencyKey, route, path, text }: Asked): Use | null {
  if (idempotencyKey === null) return null;
  return { apiKey, idempotencyKey, fingerprint: `${route.method} ${path} ${text}` };
}
