import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CALL_NAMES } from '../../testing/call-table.ts';
import { rawAs, rawCall, unknownId } from '../../testing/raw-call.ts';
import { setStage, type Stage } from '../../testing/stage.ts';
import { forCustomer } from '../../stripe/gateway.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.stop());

const NOBODY: unknown[] = [
  undefined,
  null,
  '',
  ' ',
  'cus_',
  'cus_1',
  'cus_1234567/',
  'cus_12345678\n',
  'cus_12345678/../cus_87654321',
  'sub_12345678',
  ['cus_12345678'],
  { id: 'cus_12345678' },
  0,
  true,
];

const isWhole = process.env['HOSTILE'] === 'full';
const ASKERS = ['two', 'none', 'canceled'];

const permit = { beforeWrite: () => {} };

describe('T34 a list that is not limited to one customer', () => {
  it.each(NOBODY.map((id) => ({ id })))('there is no gateway for $id', ({ id }) => {
    expect(() => forCustomer(stage.stripe, id as string, permit)).toThrow('needs a customer id');
  });

  it('is never asked for: by all calls of all customers', async () => {
    for (const key of isWhole ? stage.customers.map((one) => one.key) : ASKERS) {
      const ask = await rawAs(stage, key);
      for (const name of CALL_NAMES) await ask(rawCall(name, { id: unknownId(name) }));
    }
    expect(stage.simulator.requests().length).toBeGreaterThan(100);
    expect(stage.simulator.alarms.list()).toEqual([]);
  });

  it('would be heard', async () => {
    await stage.stripe.subscriptions.list();
    expect(stage.simulator.alarms.list()).toHaveLength(1);
  });
});
