import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { CALL_NAMES, shapeOf } from '../../testing/call-table.ts';
import { rawAs, rawCall, unknownId, type RawCaller } from '../../testing/raw-call.ts';
import { edited, retell } from '../../testing/retell.ts';
import { ORIGIN, setStage, type Stage } from '../../testing/stage.ts';
import { visit } from '../../testing/whole-visit.ts';

/** Members as text: in an object literal, `__proto__` would be no field. */
const MEMBERS = [
  '"__proto__":{"polluted":"yes","customerId":"cus_other","hash":"x"}',
  '"__proto__":null',
  '"__proto__":[]',
  '"constructor":{"prototype":{"polluted":"yes"}}',
  '"constructor":null',
  '"prototype":{"polluted":"yes"}',
  '"toString":"x"',
  '"hasOwnProperty":null',
  '"__defineGetter__":1',
  String.raw`"__pro\u0074o__":{"polluted":"yes"}`,
];
const QUERIES = [
  '__proto__=yes',
  '__proto__[polluted]=yes',
  '__proto__.polluted=yes',
  'constructor=yes',
  'constructor[prototype][polluted]=yes',
  'constructor.prototype.polluted=yes',
  'toString=yes',
  '%5F_proto__=yes',
];
const NATIVE = [
  Object.prototype,
  Array.prototype,
  String.prototype,
  Function.prototype,
  Map.prototype,
];
const before = NATIVE.map(shapeOfPrototype);

let stage: Stage;
let ask: RawCaller;
beforeAll(async () => {
  stage = await setStage();
  ask = await rawAs(stage, 'monthly');
});
afterEach(() => {
  expect(NATIVE.map(shapeOfPrototype)).toEqual(before);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});
afterAll(() => stage.stop());

function shapeOfPrototype(prototype: object): unknown[] {
  return Reflect.ownKeys(prototype).map((key) => [
    key,
    Object.getOwnPropertyDescriptor(prototype, key)?.value,
  ]);
}

const WITH_BODY = CALL_NAMES.filter((name) => !name.startsWith('GET '));

describe('T80 names of every object’s own, sent by a browser', () => {
  it.each(WITH_BODY)('are refused in the body of %s, wherever they stand', async (name) => {
    stage.simulator.forgetRequests();
    const call = rawCall(name, { id: unknownId(name) });
    const fields = shapeOf(name).body ?? {};
    const rest = JSON.stringify(fields).slice(1, -1);
    for (const member of MEMBERS) {
      const bodies = [
        `{${[rest, member].filter(Boolean).join(',')}}`,
        `[{${member}}]`,
        '[]',
        ...Object.keys(fields).map((field) => `{${[rest, `"${field}":{${member}}`].join(',')}}`),
      ];
      for (const body of bodies) {
        const { status, everything } = await ask({ ...call, body });
        expect(status, body).toBe(400);
        expect(everything).not.toContain('polluted');
      }
    }
    expect(stage.simulator.requests()).toEqual([]);
  });

  it.each(CALL_NAMES)('are refused in the query of %s', async (name) => {
    stage.simulator.forgetRequests();
    for (const query of QUERIES) {
      const { status } = await ask(rawCall(name, { id: unknownId(name), query: `?${query}` }));
      expect(status, query).toBe(400);
    }
    expect(stage.simulator.requests()).toEqual([]);
  });

  it('are refused at sign-in', async () => {
    for (const member of MEMBERS) {
      for (const body of [`{"customerId":"cus_12345678","hash":"x",${member}}`, `{${member}}`]) {
        const headers = { origin: ORIGIN };
        const url = 'https://portal.example/v1/sessions';
        const response = await stage.server.fetch(
          new Request(url, { method: 'POST', headers, body }),
        );
        expect(response.status, body).toBe(400);
      }
    }
  });

  it('name no portal', async () => {
    for (const portal of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      const body = { customerId: 'cus_12345678', hash: '0'.repeat(64), portal };
      expect([400, 401]).toContain((await stage.call()('POST /v1/sessions', { body })).status);
    }
  });
});

/** In every object that Stripe sends: as a site owner's metadata, and as fields of Stripe's own. */
const NAMES = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'polluted'];
const INSIDE = `{${NAMES.map((name) => `"${name}":"yes"`).join(',')}}`;
const FIELDS = `"__proto__":{"polluted":"yes","id":"cus_other","status":"active"},"constructor":{"prototype":{"polluted":"yes"}},`;

/** What two visits can never have in common. */
function comparable(text: string): string {
  return text
    .replaceAll(/"(?:token|previewToken|requestId|clientSecret|\w*Url|number)":"[^"]*"/g, '""')
    .replaceAll(/\b(?:sub|si|in|pm|seti|di|cus|prod|price|promo)_\w+/g, 'id');
}

describe('T80 names of every object’s own, in what Stripe sends', () => {
  it('change nothing in any answer of a whole visit', async () => {
    for (const key of ['monthly', 'canceled', 'pastdue', 'seats']) {
      const [plain, poisoned] = [await setStage(), await setStage()];
      let edits = 0;
      retell(poisoned, async (request, tell) =>
        edited(await tell(request), (text) => {
          edits += 1;
          return text
            .replaceAll('"metadata":{}', `"metadata":${INSIDE}`)
            .replaceAll('{"id":"', `{${FIELDS}"id":"`);
        }),
      );
      const expected = await visit(plain, key);
      const answers = await visit(poisoned, key);
      expect(edits).toBeGreaterThan(10);
      const [one, other] = [expected, answers].map((all) =>
        all.map(({ name, status, body }) => [name, status, comparable(JSON.stringify(body))]),
      );
      expect(other).toEqual(one);
      expect(JSON.stringify(answers)).not.toContain('polluted');
      expect(poisoned.log.join('\n')).not.toContain('polluted');
      await Promise.all([plain.stop(), poisoned.stop()]);
    }
  }, 60_000);
});
