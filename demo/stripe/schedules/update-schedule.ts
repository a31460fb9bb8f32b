import type { World } from '../core/world.ts';
import type { Plan } from '../money/plan.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import { inForce } from '../subscriptions/terms.ts';
import { updateInvoice, type UpdateInvoice } from '../subscriptions/update-invoice.ts';
import { mergeMetadata } from '../wire/common-params.ts';
import { refuse } from '../wire/fault.ts';
import { enterPhase } from './enter-phase.ts';
import { followEnd } from './follow-end.ts';
import { readDefaults } from './read-defaults.ts';
import { readPhases } from './read-phases.ts';
import type { PhaseParams, UpdateParams } from './schedule-params.ts';
import type { Phase, Schedule } from './schedule.ts';
import { startSchedule } from './start-schedule.ts';

/**
 * Changes a schedule. What that does to the phase that runs is done to the subscription at once.
 * @returns the bill that has to be sent for it, if there is one. It is not sent here.
 */
export function changeSchedule(
  world: World,
  id: string,
  params: UpdateParams,
): UpdateInvoice | null {
  const old = changeable(world.store.schedules.get(id), 'update');
  const now = world.clock.now();
  const phases = params.phases === undefined ? old.phases : newPhases(world, old, params.phases);
  const isStarted = old.status === 'active';
  const next = world.store.schedules.update(id, {
    defaults: readDefaults(world, params.default_settings, {
      customer: old.customer,
      old: old.defaults,
    }),
    endBehavior: params.end_behavior ?? old.endBehavior,
    metadata: mergeMetadata(old.metadata, params.metadata),
    phases,
    entered: isStarted
      ? Math.max(
          phases.findLastIndex((phase) => phase.start <= now),
          0,
        )
      : -1,
  });
  if (!isStarted) return (phases[0]?.start ?? Infinity) <= now ? startSchedule(world, id) : null;
  followEnd(world, next);
  return applyCurrent(world, { old, next }, params);
}

export function changeable(schedule: Schedule, verb: string): Schedule {
  if (schedule.status === 'active' || schedule.status === 'not_started') return schedule;
  throw refuse(
    `You cannot ${verb} a subscription schedule that is currently in the \`${schedule.status}\` status. It must be in one of the following statuses: not_started, active.`,
  );
}

/** Phases that are over may be left out; they stay what they were. */
function newPhases(world: World, schedule: Schedule, params: PhaseParams[]): Phase[] {
  const start = startOf(world, schedule, params[0]);
  const past = schedule.phases.filter((phase) => phase.end <= start);
  const currency = schedule.phases[0]?.currency ?? null;
  const { customer, billingMode } = schedule;
  const read = readPhases(world, params, { customer, billingMode, currency, start });
  const current = read.findLast((phase) => phase.start <= world.clock.now());
  if (schedule.status === 'active' && current !== undefined && current.end < world.clock.now()) {
    throw refuse('The current phase must end in the future.', 'phases');
  }
  return [...past, ...read];
}

function startOf(world: World, schedule: Schedule, first: PhaseParams | undefined): number {
  const now = world.clock.now();
  const given = first?.start_date === 'now' ? now : first?.start_date;
  if (given === undefined) {
    throw refuse(
      'The first phase needs a `start_date`, which for a running schedule is that of the current phase.',
      'phases[0][start_date]',
      'parameter_missing',
    );
  }
  if (schedule.status === 'not_started') {
    if (given >= now) return given;
    throw refuse('A schedule cannot be made to start in the past.', 'phases[0][start_date]');
  }
  const current = schedule.phases[schedule.entered]?.start;
  if (given !== current && given !== schedule.phases[0]?.start) {
    throw refuse(
      'You can not modify the start date of the current phase.',
      'phases[0][start_date]',
    );
  }
  return given;
}

function applyCurrent(
  world: World,
  { old, next }: { old: Schedule; next: Schedule },
  params: UpdateParams,
): UpdateInvoice | null {
  const before = old.phases[old.entered];
  const phase = next.phases[next.entered];
  const subscription = world.store.subscriptions.find(next.subscription);
  if (subscription === undefined || phase === undefined || before === undefined) return null;
  if (phase.start !== before.start) {
    const behavior = phase.prorationBehavior;
    return billFor(
      world,
      subscription,
      enterPhase(world, subscription, { schedule: next, phase, behavior }),
    );
  }
  const isSame = whatIsBilled(before) === whatIsBilled(phase);
  if (isSame && whatIsSaid(old, before) === whatIsSaid(next, phase)) return null;
  const behavior = isSame ? 'none' : (params.proration_behavior ?? 'create_prorations');
  const plan = enterPhase(world, subscription, { schedule: next, phase, behavior, isSame });
  return isSame ? null : billFor(world, subscription, plan);
}

function billFor(world: World, { id }: Subscription, plan: Plan): UpdateInvoice | null {
  if (plan.billing !== 'now') return null;
  const now = world.clock.now();
  const subscription = world.store.subscriptions.get(id);
  return updateInvoice(subscription, {
    lines: [...plan.prorations, ...plan.charges],
    discounts: inForce(world, subscription.discounts),
    prorationAt: plan.prorations.length > 0 ? now : null,
    now,
  });
}

function whatIsBilled({ items, trialEnd, anchor, addedItems }: Phase): string {
  const billed = items.map(({ price, quantity }) => [price, quantity]);
  return JSON.stringify([billed, trialEnd, anchor, addedItems]);
}

function whatIsSaid({ defaults }: Schedule, phase: Phase): string {
  const { end: _end, prorationBehavior: _behavior, ...said } = phase;
  return JSON.stringify([said, defaults]);
}
