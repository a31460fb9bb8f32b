import { describe, expect, it } from 'vitest';
import { startRedis } from '../../scripts/redis.mjs';
import { listen } from '../serve.ts';
import { diceOf } from './cell.ts';
import { codeOf } from './customer.ts';
import { startFleet } from './fleet.ts';
import { OPERATIONS } from './operations.ts';
import { begin, operationNamed, type Visitor } from './several.ts';
import { createWorld, NOW, ORIGIN, STRIPE_KEY } from './world.ts';

const LASTS_MS = process.env['FAULTS'] === 'full' ? 20_000 : 6_000;
const KILL_EVERY_MS = 1_500;
const MONEY = ['upgrade', 'resubscribe', 'pay open invoice'];
const EFFECTS: Record<string, object> = {
  upgrade: { 'billed 2000': 1, 'changed to 1': 1, 'paid 2000': 1 },
  resubscribe: { 'billed 1000': 1, 'paid 1000': 1, subscriptions: 1 },
  'pay open invoice': { 'paid 700': 1 },
};
const SEED = Number(process.env['FAULTS_SEED'] ?? 1);

describe('three instances over one Redis, one of them killed again and again', () => {
  it('do everything once under double submits', { timeout: 120_000 }, async () => {
    const world = await createWorld();
    const stripe = await listen({ fetch: (request) => world.simulator.fetch(request) }, 0);
    const redis = await startRedis();
    const fleet = await startFleet(3, {
      STRIPE_SECRET_KEY: STRIPE_KEY,
      STRIPE_PUBLISHABLE_KEY: 'pk_test_simulator',
      STRIPE_API_BASE: `http://localhost:${stripe.port}`,
      PORTICO_SECRET: world.options.portals.get('default')?.secrets[0] ?? '',
      PORTICO_ALLOWED_ORIGINS: ORIGIN,
      REDIS_URL: redis.url,
      FAULTS_NOW: String(NOW),
    });
    const dice = diceOf(SEED);
    const endsAt = performance.now() + LASTS_MS;
    let kills = 0;
    const killing = (async () => {
      while (performance.now() < endsAt) {
        await new Promise((resolve) => setTimeout(resolve, KILL_EVERY_MS));
        await fleet.killAndReplace(dice(3));
        kills += 1;
      }
    })();
    const wrong: unknown[] = [];
    let visits = 0;
    const visitor = async (): Promise<void> => {
      while (performance.now() < endsAt) {
        const name = MONEY[dice(MONEY.length)] ?? '';
        const operation = operationNamed(OPERATIONS, name);
        const one = await stubborn(() => begin({ world, servers: fleet.servers }, operation));
        const body = await stubborn(() => one.preview());
        const codes = await submitTwice(one, body, dice);
        visits += 1;
        const effects = one.effects();
        const isRight = JSON.stringify(effects) === JSON.stringify(EFFECTS[name]);
        if (!isRight || !codes.includes('ok')) wrong.push({ name, effects, codes });
      }
    };
    await Promise.all(Array.from({ length: 6 }, visitor));
    await killing;
    await fleet.stop();
    await redis.stop();
    await stripe.stop();
    process.stdout.write(`${visits} customers, ${kills} kills, seed ${SEED}\n`);
    expect(wrong).toEqual([]);
    expect(visits).toBeGreaterThan(5);
    expect(kills).toBeGreaterThan(1);
  });
});

/** The same intent to two instances at once, and again elsewhere until somebody says it is done. */
async function submitTwice(
  visitor: Visitor,
  body: unknown,
  dice: (sides: number) => number,
): Promise<string[]> {
  let intent = crypto.randomUUID();
  const codes: string[] = [];
  for (let tries = 0; tries < 12 && !codes.includes('ok'); tries += 1) {
    const submits = [dice(3), dice(3)].map((at) =>
      visitor.submit({ at, intent, body }).then(codeOf, () => 'no answer'),
    );
    const answers = await Promise.all(submits);
    codes.push(...answers);
    if (answers.every((code) => code === 'not-applied')) intent = crypto.randomUUID();
    if (!answers.includes('ok')) await new Promise((resolve) => setTimeout(resolve, 400));
  }
  return codes;
}

/** A read, at a moment when its instance is dead, is asked again. */
async function stubborn<T>(read: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await read();
    } catch (error) {
      if (tries >= 20) throw error;
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
  }
}
