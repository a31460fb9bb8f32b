import type { Fault, When } from './fault-table.ts';
import type { Operation } from './operations.ts';

/** One square of the matrix, and the seed of all that is left to chance in it. */
export interface Cell {
  operation: Operation;
  fault: Fault;
  when: When;
  seed: number;
  /** Which of the operation's calls meets the trouble; left out: the seed decides. */
  nth?: number;
}

export interface Outcome {
  cell: Cell;
  /** The codes that the customer was answered with, in order. */
  codes: string[];
  violations: string[];
}

export function describeCell({ operation, fault, when, seed }: Cell): string {
  return `${operation.name} × ${fault.name} × ${when} (seed ${seed})`;
}

/** Small and good enough: the same seed, the same run. */
export function diceOf(seed: number): (sides: number) => number {
  let state = (seed * 2_654_435_761 + 97) >>> 0;
  return (sides) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}
