import * as v from 'valibot';
import type { World } from '../core/world.ts';
import { declineFor } from '../payments/declines.ts';
import type { Decline } from '../payments/declines.ts';
import type { Asked } from '../wire/asked.ts';
import { fits } from './fits.ts';
import { faultSchema, isBankRule } from './fault-rule.ts';
import type { FaultInput, FaultRule, WireFaultRule } from './fault-rule.ts';

/** A fault that waits for its call, or has had it. */
export type QueuedFault = FaultRule & {
  id: string;
  /** How many fitting calls there were. */
  seen: number;
  /** How many of them it spoiled. */
  fired: number;
};

/**
 * Faults in the order in which they were added. A call meets at most one: the first that fits, has
 * been passed by often enough (`nth`) and is not used up (`times`).
 */
export class FaultQueue {
  readonly #world: World;
  #faults: QueuedFault[] = [];
  #count = 0;

  constructor(world: World) {
    this.#world = world;
    world.bank.answer = ({ customer }) => this.#decline(customer);
  }

  /** @throws `v.ValiError` where the rule makes no sense. */
  add(input: FaultInput): QueuedFault {
    const rule = v.parse(faultSchema, input);
    const queued = { ...rule, id: `fault_${(this.#count += 1)}`, seen: 0, fired: 0 };
    this.#faults.push(queued);
    return { ...queued };
  }

  list(): QueuedFault[] {
    return this.#faults.map((queued) => ({ ...queued }));
  }

  /** @returns whether there was such a fault. */
  remove(id: string): boolean {
    const left = this.#faults.filter((queued) => queued.id !== id);
    const isFound = left.length < this.#faults.length;
    this.#faults = left;
    return isFound;
  }

  clear(): void {
    this.#faults = [];
  }

  /** The fault that this call meets. */
  meet(asked: Asked): WireFaultRule | null {
    const met = this.#pass(
      (queued) => !isBankRule(queued) && fits(queued.match, asked, this.#world),
    );
    return met === null || isBankRule(met) ? null : met;
  }

  #decline(customer: string | null): Decline | undefined {
    const met = this.#pass(
      (queued) =>
        isBankRule(queued) &&
        (queued.match.customer === undefined || queued.match.customer === customer),
    );
    return met !== null && isBankRule(met) ? declineFor(met.fault.declineCode) : undefined;
  }

  /** Every rule that fits has seen the call; the first that is due takes it. */
  #pass(isFitting: (queued: QueuedFault) => boolean): QueuedFault | null {
    const fitting = this.#faults.filter(isFitting);
    for (const queued of fitting) queued.seen += 1;
    const due = fitting.find(
      (queued) => queued.seen >= queued.match.nth && queued.fired < queued.times,
    );
    if (due === undefined) return null;
    due.fired += 1;
    return due;
  }
}
