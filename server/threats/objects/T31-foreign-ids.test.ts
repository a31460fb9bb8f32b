import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PLACES, UNKNOWN_IDS, type Place } from '../../testing/call-table.ts';
import { plantCanaries, type Canaries } from '../../testing/canaries.ts';
import { callWith, rawAs, type RawAnswer } from '../../testing/raw-call.ts';
import { setStage, type Stage } from '../../testing/stage.ts';

let stage: Stage;
let canaries: Canaries;
beforeAll(async () => {
  stage = await setStage();
  canaries = await plantCanaries(stage);
});
afterAll(() => stage.stop());

const isWhole = process.env['HOSTILE'] === 'full';
/** Who asks; every other customer is asked for. */
const ASKERS = ['monthly', 'canceled', 'none'];

/** All that an answer says, but for the number of the request. */
function said({ status, headers, text }: RawAnswer): object {
  const { requestId: _id, ...problem } = JSON.parse(text) as { requestId: string };
  const kept = [...headers].filter(([name]) => name !== 'x-request-id');
  return { status, problem, headers: kept };
}

function victimsOf(asker: string, place: Place): string[] {
  const others = stage.customers.map(({ key }) => key).filter((key) => key !== asker);
  return others.flatMap((key) => {
    const ids = canaries.idsOf(key, place.kind);
    return isWhole ? ids : ids.slice(0, 1);
  });
}

describe('T31 ids of another customer’s objects', () => {
  it.each(PLACES)('are as good as none in $in $field of $name', async (place) => {
    const strange: unknown[] = [];
    let tuples = 0;
    for (const asker of isWhole ? stage.customers.map(({ key }) => key) : ASKERS) {
      const ask = await rawAs(stage, asker);
      const unknown = said(await ask(callWith(place, UNKNOWN_IDS[place.kind])));
      const before = stage.simulator.ledger.entries().length;
      const lines = stage.log.length;
      stage.simulator.forgetRequests();
      for (const id of victimsOf(asker, place)) {
        tuples += 1;
        const answer = await ask(callWith(place, id));
        if (JSON.stringify(said(answer)) !== JSON.stringify(unknown)) {
          strange.push({ asker, id, unknown, answer: answer.text });
        }
        strange.push(...canaries.anyIn(answer.everything));
      }
      strange.push(...stage.log.slice(lines).flatMap((line) => canaries.anyIn(line)));
      expect(stage.writes()).toEqual([]);
      expect(stage.simulator.ledger.entries()).toHaveLength(before);
    }
    expect(strange).toEqual([]);
    expect(tuples).toBeGreaterThan(20);
  });

  it('would be seen: an own answer is full of them', async () => {
    const ask = await rawAs(stage, 'monthly');
    const { everything } = await ask({ method: 'GET', path: '/v1/overview' });
    expect(canaries.foreignTo('monthly', everything)).toEqual([]);
    expect(canaries.foreignTo('yearly', everything).length).toBeGreaterThan(4);
  });

  it('are never asked for among everybody’s', () => {
    expect(stage.simulator.alarms.list()).toEqual([]);
  });
});
