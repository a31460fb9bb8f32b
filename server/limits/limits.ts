import { sha256, toHex } from '../digest.ts';
import { ProblemError } from '../problem.ts';
import type { CreateLimiter, Limiter } from './limiter.ts';
import { RULES, type Per, type Rule, type RuleName, type Window } from './rules.ts';

/** Who asks, and what about. What is not known is counted as one. */
export interface Asker {
  ip: string;
  customerId?: string;
  subject?: string;
}

export interface Limits {
  /**
   * Does the work if every rule allows it.
   * @throws `too-many-requests` with the time to wait; then nothing was begun.
   */
  within<T>(rules: readonly RuleName[], asker: Asker, work: () => Promise<T>): Promise<T>;
}

interface Counter {
  per: Per;
  limiter: Limiter;
}

/**
 * A call is counted before it begins and given back if it turns out not to count, so that many at
 * the same time get no further than one after the other.
 */
export function createLimits(createLimiter: CreateLimiter): Limits {
  const counters = new Map(
    Object.entries<Rule>(RULES).map(([name, { windows }]) => [
      name,
      windows.map((window) => counterOf(name, window, createLimiter)),
    ]),
  );
  return {
    async within(rules, asker, work) {
      const taken: { name: RuleName; giveBack: () => Promise<void> }[] = [];
      const settle = (isOwed: (name: RuleName) => boolean): Promise<unknown> =>
        Promise.all(taken.filter(({ name }) => !isOwed(name)).map(({ giveBack }) => giveBack()));
      for (const name of rules) {
        for (const { per, limiter } of counters.get(name) ?? []) {
          const key = await keyOf(per, asker);
          taken.push({ name, giveBack: () => limiter.giveBack(key) });
          const { isOver, waitMs } = await limiter.take(key);
          if (!isOver) continue;
          await settle(() => false);
          throw tooMany(waitMs);
        }
      }
      try {
        const result = await work();
        await settle((name) => RULES[name].counts(null));
        return result;
      } catch (error) {
        await settle((name) => RULES[name].counts(error));
        throw error;
      }
    },
  };
}

function counterOf(name: string, { per, times, seconds }: Window, create: CreateLimiter): Counter {
  return { per, limiter: create({ name: `${name}:${per}:${seconds}`, times, seconds }) };
}

/** Of what comes from outside and may be long, or an email, only a digest is kept. */
async function keyOf(per: Per, { ip, customerId = '', subject = '' }: Asker): Promise<string> {
  if (per === 'ip') return ip;
  if (per === 'customer') return customerId;
  const owner = per === 'ip-and-subject' ? ip : customerId;
  return toHex((await sha256(`${owner}\n${subject}`)).subarray(0, 16));
}

function tooMany(waitMs: number): ProblemError {
  const retryAfterS = Math.max(1, Math.ceil(waitMs / 1_000));
  return new ProblemError('too-many-requests', {
    retryAfterS,
    detail: `This is possible again in ${inWords(retryAfterS)}.`,
  });
}

function inWords(seconds: number): string {
  if (seconds < 120) return `${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 120 ? `${minutes} minutes` : `${Math.ceil(minutes / 60)} hours`;
}
