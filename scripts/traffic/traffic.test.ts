import { describe, expect, it } from 'vitest';
import { collectTraffic, type Recorded } from '../../demo/stripe/testing/record-traffic.ts';
import { OPENING, tellStory } from '../../demo/stripe/script/chapters.ts';
import { stripeOn } from '../../demo/stripe/sdk.ts';
import { createStripeSimulator } from '../../demo/stripe/simulator.ts';
import { checkTraffic } from './check.mjs';

/** All that the official SDK asks and is answered in a story of the whole API. */
async function wholeStory(): Promise<Recorded[]> {
  const recorded: Recorded[] = [];
  const simulator = createStripeSimulator({
    now: () => OPENING,
    onExchange: collectTraffic((one) => void recorded.push(one)),
  });
  await tellStory(stripeOn(simulator), simulator);
  return recorded;
}

/** The first of its kind, with some of it changed. */
function changed(traffic: Recorded[], way: Recorded['way'], change: object): Recorded {
  const call = 'POST /v1/subscriptions';
  const found = traffic.find((one) => one.way === way && one.call === call);
  return { way, call, value: { ...(found?.value as object), ...change } };
}

describe('recorded traffic', () => {
  it('of a whole story is what the SDK’s types say, both ways', async () => {
    const traffic = await wholeStory();
    expect(traffic.length).toBeGreaterThan(100);
    expect(await checkTraffic(traffic)).toEqual({ requests: [], answers: [] });
  });

  it('is found wrong by one field that is unknown, missing, of another type or of no enum', async () => {
    const traffic = await wholeStory();
    const asked = (change: object) => changed(traffic, 'request', change);
    const answered = (change: object) => changed(traffic, 'answer', change);
    const { requests, answers } = await checkTraffic([
      asked({ colour: 'red' }),
      asked({ trial_period_days: 'seven' }),
      asked({ off_session: 'yes' }),
      asked({ proration_behavior: 'sometimes' }),
      answered({ colour: 'red' }),
      answered({ customer: undefined }),
      answered({ created: '1' }),
      answered({ status: 'asleep' }),
    ]);
    expect(requests).toEqual([
      expect.stringMatching(/^POST \/v1\/subscriptions: error .*known properties, and '"colour"'/),
      expect.stringContaining(`Type '"seven"' is not assignable`),
      expect.stringContaining(`Type '"yes"' is not assignable`),
      expect.stringContaining(`Type '"sometimes"' is not assignable`),
    ]);
    expect(answers).toEqual([
      expect.stringContaining(`known properties, and '"colour"'`),
      expect.stringContaining("Property 'customer' is missing"),
      expect.stringContaining("Type 'string' is not assignable to type 'number'"),
      expect.stringContaining(`Type '"asleep"' is not assignable`),
    ]);
  });

  it('with a call that nobody has named fails both ways', async () => {
    const call = 'GET /v1/horoscopes';
    const { requests, answers } = await checkTraffic([{ way: 'request', call, value: {} }]);
    expect(requests).toEqual([expect.stringContaining(call)]);
    expect(answers).toEqual(requests);
  });
});
