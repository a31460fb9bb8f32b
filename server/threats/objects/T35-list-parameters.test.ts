import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CALL_NAMES } from '../../testing/call-table.ts';
import { rawAs, rawCall, unknownId, type RawCaller } from '../../testing/raw-call.ts';
import { setStage, type Stage } from '../../testing/stage.ts';
import { LIST_PARAMETERS } from './stripe-parameters.ts';

let stage: Stage;
let ask: RawCaller;
beforeAll(async () => {
  stage = await setStage();
  ask = await rawAs(stage, 'monthly');
});
afterAll(() => stage.stop());

describe('T35 parameters of Stripe’s lists, sent by the browser', () => {
  it.each(CALL_NAMES)('are refused by %s before Stripe is asked', async (name) => {
    stage.simulator.forgetRequests();
    for (const parameter of LIST_PARAMETERS) {
      for (const value of ['100', 'cus_12345678', '']) {
        const query = `?${encodeURIComponent(parameter)}=${value}`;
        const { status, text } = await ask(rawCall(name, { id: unknownId(name), query }));
        expect([status, text.includes('"invalid-request"')], parameter).toEqual([400, true]);
        expect(text).toContain('leave it out');
      }
    }
    expect(stage.simulator.requests()).toEqual([]);
  });

  it('what the server itself sends is the same for everybody', async () => {
    stage.simulator.forgetRequests();
    await ask({ method: 'GET', path: '/v1/overview' });
    const limits = stage.simulator.requests().flatMap(({ params }) => params['limit'] ?? []);
    expect(new Set(limits)).toEqual(new Set(['10', '100']));
  });
});
