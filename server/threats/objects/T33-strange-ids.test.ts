import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PLACES, type Place } from '../../testing/call-table.ts';
import { faultsOf } from '../../testing/contract-shapes.ts';
import { callWith, rawAs, type RawCaller } from '../../testing/raw-call.ts';
import { setStage, type Stage } from '../../testing/stage.ts';
import { STRANGE_TEXTS, STRANGE_VALUES } from './hostile-ids.ts';

let stage: Stage;
let ask: RawCaller;
beforeAll(async () => {
  stage = await setStage();
  ask = await rawAs(stage, 'monthly');
});
beforeEach(() => stage.simulator.forgetRequests());
afterAll(() => stage.stop());

/** Every path that this server has reason to ask Stripe for. */
const PATHS =
  /^\/v1\/(?:customers\/cus_\w+(?:\/payment_methods)?|subscriptions(?:\/sub_\w+)?|invoices(?:\/in_\w+|\/create_preview)?|payment_methods\/(?:pm|card)_\w+|setup_intents\/seti_\w+|products|prices(?:\/price_\w+)?|promotion_codes|coupons\/\w+)$/;

/** A value alone is a matter of bodies: in a path or query everything is text. */
const valuesFor = (place: Place): unknown[] =>
  place.in === 'body' ? [...STRANGE_TEXTS, ...STRANGE_VALUES] : STRANGE_TEXTS;

describe('T33 ids that are paths, lists, control characters or enormous', () => {
  it.each(PLACES)('are refused in $in $field of $name', async (place) => {
    for (const value of valuesFor(place)) {
      const { status, text } = await ask(callWith(place, value));
      const what = `${JSON.stringify(value).slice(0, 60)}: ${text.slice(0, 300)}`;
      // `.` and nothing at all make it another path, where nothing is.
      expect([400, 404, 405, 409], what).toContain(status);
      expect(faultsOf(place.name, status, JSON.parse(text)), what).toEqual([]);
      expect(text.length).toBeLessThan(1_000);
    }
    const asked = stage.simulator.requests().map(({ path }) => path);
    expect(asked.filter((path) => !PATHS.test(path))).toEqual([]);
    expect(stage.writes()).toEqual([]);
  });

  it.each(PLACES.filter((one) => one.in === 'path'))(
    'are refused raw in the path of $name',
    async (place) => {
      const { path, ...call } = callWith(place, 'PLACE');
      for (const raw of [
        '%2e%2e',
        '%2e%2e%2f%2e%2e',
        'sub_1%00',
        'sub_1%0d%0aX',
        '%',
        '%zz',
        '%ff%fe',
        '..%5c',
        ';',
      ]) {
        const { status } = await ask({ ...call, path: path.replace('PLACE', raw) });
        expect([400, 404, 405, 409], raw).toContain(status);
      }
      const asked = stage.simulator.requests().map((one) => one.path);
      expect(asked.filter((one) => !PATHS.test(one))).toEqual([]);
      expect(stage.writes()).toEqual([]);
    },
  );

  it('a query parameter that stands twice is refused', async () => {
    for (const place of PLACES.filter((one) => one.in === 'query')) {
      const call = callWith(place, 'sub_12345678');
      const { status } = await ask({ ...call, path: `${call.path}&${place.field}=sub_87654321` });
      expect(status, place.name).toBe(400);
    }
  });

  it('no list of everybody was ever asked for', () => {
    expect(stage.simulator.alarms.list()).toEqual([]);
  });
});
