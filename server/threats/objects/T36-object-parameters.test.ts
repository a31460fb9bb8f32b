import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CALL_NAMES, shapeOf } from '../../testing/call-table.ts';
import { rawAs, rawCall, unknownId, type RawCall, type RawCaller } from '../../testing/raw-call.ts';
import { ORIGIN, setStage, type Stage } from '../../testing/stage.ts';
import type { SignedInEndpoint } from '../../testing/call-table.ts';
import { OBJECT_PARAMETERS, PARAMETER_VALUES } from './stripe-parameters.ts';

let stage: Stage;
let ask: RawCaller;
beforeAll(async () => {
  stage = await setStage();
  ask = await rawAs(stage, 'monthly');
});
beforeEach(() => stage.simulator.forgetRequests());
afterAll(() => stage.stop());

/** As text: in an object literal, `__proto__` would be no field. */
function withField(name: SignedInEndpoint, field: string, value: unknown): RawCall {
  const call = rawCall(name, { id: unknownId(name) });
  const rest = JSON.stringify(shapeOf(name).body ?? {}).slice(1, -1);
  const own = `${JSON.stringify(field)}:${JSON.stringify(value)}`;
  return { ...call, body: `{${rest === '' ? own : `${rest},${own}`}}` };
}

/** A browser sends no body with a GET; `Request` refuses to make one. */
const WITH_BODY = CALL_NAMES.filter((name) => !name.startsWith('GET '));

describe('T36 parameters of Stripe’s objects, sent by the browser', () => {
  it('are sixty at least', () => {
    expect(new Set(OBJECT_PARAMETERS).size).toBeGreaterThanOrEqual(60);
  });

  it.each(WITH_BODY)('are refused by %s before Stripe is asked', async (name) => {
    for (const [index, field] of OBJECT_PARAMETERS.entries()) {
      const value = PARAMETER_VALUES[index % PARAMETER_VALUES.length];
      const { status, text } = await ask(withField(name, field, value));
      expect([status, text.includes('"invalid-request"')], `${field}: ${text}`).toEqual([
        400,
        true,
      ]);
    }
    expect(stage.simulator.requests()).toEqual([]);
  });

  it('are refused at sign-in', async () => {
    for (const field of OBJECT_PARAMETERS.filter((one) => !['customerId', 'email'].includes(one))) {
      const body = `{"customerId":"cus_12345678","hash":"x","${field}":"x"}`;
      const request = new Request('https://portal.example/v1/sessions', {
        method: 'POST',
        headers: { origin: ORIGIN },
        body,
      });
      expect((await stage.server.fetch(request)).status, field).toBe(400);
    }
    expect(stage.simulator.requests()).toEqual([]);
  });

  it.each(['[]', 'null', '"x"', '1', '[[[[[[[[', '{', '', '{"previewToken":"x"}{}', '\u0000'])(
    'a body that is no object is refused: %j',
    async (body) => {
      const name = 'POST /v1/subscriptions/:id/change';
      const { status } = await ask({ ...rawCall(name, { id: 'sub_12345678' }), body });
      expect(status).toBe(400);
      expect(stage.simulator.requests()).toEqual([]);
    },
  );
});
