import { describe, expect, it } from 'vitest';
import { stripeOn } from './sdk.ts';
import { createStripeSimulator } from './simulator.ts';
import { differences } from './testing/population/compare.ts';
import { CLOSING, OPENING } from './testing/population/draw.ts';
import { generate } from './testing/population/generate.ts';
import { live } from './testing/population/live.ts';
import { predict } from './testing/population/predict.ts';
import { randomFrom } from './testing/population/random.ts';
import { readOutcome } from './testing/population/read.ts';

/** `POPULATION_SEED` chooses other people. */
const seed = Number(process.env.POPULATION_SEED ?? 1);

describe(`two hundred subscriptions over thirteen months (POPULATION_SEED=${seed})`, () => {
  it('are billed to the cent as an independent calculation predicts', async () => {
    const began = process.cpuUsage();
    const simulator = createStripeSimulator({ now: () => OPENING });
    const stripe = stripeOn(simulator);
    const lives = generate(randomFrom(seed));
    const people = await live({ stripe, simulator }, lives, CLOSING);
    const wrong: string[][] = [];
    let invoices = 0;
    for (const person of people) {
      const said = await readOutcome(stripe, person);
      const predicted = predict(person.life, CLOSING);
      invoices += predicted.invoices.length;
      const found = differences(person.life, said, predicted);
      if (found.length > 0) wrong.push(found);
    }
    const { user, system } = process.cpuUsage(began);
    const seconds = ((user + system) / 1e6).toFixed(1);
    process.stdout.write(`Population of seed ${seed}: ${invoices} invoices, ${seconds} s of CPU\n`);
    expect(people).toHaveLength(200);
    expect(wrong.map((lines) => lines.join('\n')).join('\n\n')).toBe('');
  }, 120_000);
});
