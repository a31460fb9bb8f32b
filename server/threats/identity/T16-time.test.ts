import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHashVerifier } from '../../auth/signature.ts';
import { NOW, setStage, type Stage } from '../../testing/stage.ts';
import { knock, mac } from './door.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.stop());

const SAMPLES = process.env['HOSTILE'] === 'full' ? 20_000 : 3_000;
/** What a busy machine does to both is wide of any leak, and never the same four times. */
const MOST_APART = 0.25;
const TRIES = 4;

/** The least that two works were found to differ by: a leak is there every time, noise is not. */
async function leastApart(
  first: () => Promise<unknown>,
  second: () => Promise<unknown>,
  samples = SAMPLES,
): Promise<number> {
  let least = await apart(first, second, samples);
  for (let round = 1; round < TRIES && least >= MOST_APART; round += 1) {
    least = Math.min(least, await apart(first, second, samples));
  }
  return least;
}

/** The lower quarters of two works that take turns, as the part by which they differ. */
async function apart(
  first: () => Promise<unknown>,
  second: () => Promise<unknown>,
  samples: number,
): Promise<number> {
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < samples; round += 1) {
    for (const index of round % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
      const begin = performance.now();
      await (index === 0 ? first : second)();
      times[index].push(performance.now() - begin);
    }
  }
  const [a = 0, b = 0] = times.map(
    (list) => list.toSorted((x, y) => x - y)[Math.floor(samples / 4)] ?? 0,
  );
  return Math.abs(a - b) / Math.max(a, b);
}

describe('T16 what the time of an answer tells', () => {
  const id = 'cus_NffrFeUfNV2Hib';

  it('is not how much of a hash is right', async () => {
    const verifier = createHashVerifier({
      secrets: [stage.secret],
      accepted: 'both',
      now: () => NOW,
    });
    const right = mac(stage.secret, id);
    const other = (at: number) =>
      right.slice(0, at) + (right[at] === '0' ? '1' : '0') + right.slice(at + 1);
    const look = (hash: string) => () => verifier.verify({ type: 'customer', id }, hash);
    expect(await leastApart(look(other(0)), look(other(63)))).toBeLessThan(MOST_APART);
    expect(await leastApart(look(right), look(other(31)))).toBeLessThan(MOST_APART);
  });

  it('is not whether a customer is known', async () => {
    const hash = '0'.repeat(64);
    const ask = (customerId: string) => () => knock(stage.server, { customerId, hash });
    const known = stage.customerId('monthly');
    const unknown = known
      .split('')
      .toReversed()
      .join('')
      .replace(/^(.*)_suc$/, 'cus_$1');
    expect(unknown).toHaveLength(known.length);
    stage.simulator.forgetRequests();
    expect(await leastApart(ask(known), ask(unknown), SAMPLES / 10)).toBeLessThan(MOST_APART);
    expect(stage.simulator.requests()).toEqual([]);
  });
});
