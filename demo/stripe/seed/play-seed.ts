import { stepFrom } from '../money/period.ts';
import type { StripeSimulator } from '../simulator.ts';
import { encodeForm } from './encode-form.ts';
import { resolve, resolvePath, type Answers } from './references.ts';
import { SeedError, type SeedAdvance, type SeedCall, type SeedEntry } from './seed-entry.ts';

const SECONDS = { days: 86_400, hours: 3600, minutes: 60, seconds: 1 };

/**
 * Does a seed's calls in order, over the same wire as anybody. Time starts where the simulator is,
 * and ends where the seed leaves it.
 * @throws {SeedError} at the first entry that fails; what was done before it stays.
 */
export async function playSeed(
  simulator: StripeSimulator,
  entries: readonly SeedEntry[],
  secretKey = 'sk_test_simulator',
): Promise<Answers> {
  const answers = new Map<string, unknown>();
  for (const [index, entry] of entries.entries()) {
    const name = 'call' in entry ? entry.call : 'advance';
    try {
      if ('advance' in entry) advance(simulator, entry.advance);
      else {
        const answer = await call(simulator, entry, { answers, secretKey });
        if (entry.as !== undefined) answers.set(entry.as, answer);
      }
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new SeedError(`Entry ${index + 1} (${name}): ${why}`);
    }
  }
  return answers;
}

async function call(
  simulator: StripeSimulator,
  entry: SeedCall,
  { answers, secretKey }: { answers: Answers; secretKey: string },
): Promise<unknown> {
  const [method = '', path = ''] = entry.call.split(' ');
  const params = Object.entries(entry.params ?? {}).map(([key, value]) => [
    key,
    resolve(value, answers),
  ]);
  const form = encodeForm(Object.fromEntries(params));
  const url = `http://stripe.test${resolvePath(path, answers)}`;
  const isPost = method === 'POST';
  const answer = await simulator.fetch(
    new Request(isPost || form === '' ? url : `${url}?${form}`, {
      method,
      headers: {
        authorization: `Bearer ${secretKey}`,
        ...(isPost && { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(isPost && { body: form }),
    }),
  );
  const body: { error?: { message?: string } } = await answer.json();
  if (!answer.ok) throw new SeedError(`${answer.status} ${body.error?.message ?? ''}`);
  return body;
}

function advance(simulator: StripeSimulator, to: SeedAdvance['advance']): void {
  if ('to' in to) {
    const moment = typeof to.to === 'number' ? to.to : Date.parse(to.to) / 1000;
    simulator.advanceTo(moment);
    return;
  }
  const { months = 0, ...span } = to;
  const month = { interval: 'month', intervalCount: 1 } as const;
  let moment = stepFrom(simulator.now(), month, months);
  for (const unit of ['days', 'hours', 'minutes', 'seconds'] as const) {
    moment += (span[unit] ?? 0) * SECONDS[unit];
  }
  simulator.advanceTo(moment);
}
