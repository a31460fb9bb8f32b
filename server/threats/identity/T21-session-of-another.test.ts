import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setStage, type Caller, type Stage } from '../../testing/stage.ts';
import { knock, mac } from './door.ts';

let stage: Stage;
let caller: Caller;
let foreign: string;
beforeAll(async () => {
  stage = await setStage();
  caller = await stage.as('monthly');
  foreign = stage.customerId('yearly');
});
afterAll(() => stage.stop());

describe('T21 a session of one customer with the id of another', () => {
  it.each(['customer', 'customerId', 'customer_id', 'email', 'sub'])(
    'is refused or of no use in a query: %s',
    async (name) => {
      for (const call of ['GET /v1/overview', 'GET /v1/plans', 'GET /v1/invoices'] as const) {
        const answer = await caller(call, { query: { [name]: foreign } });
        expect(answer.status).toBe(400);
        expect(JSON.stringify(answer.body)).not.toContain('"data"');
      }
    },
  );

  it('shows its own customer whatever the headers say', async () => {
    const headers = {
      'x-customer-id': foreign,
      'stripe-account': 'acct_1',
      'stripe-customer': foreign,
    };
    const { body } = await caller('GET /v1/overview', { headers });
    expect(body.customer.id).toBe(stage.customerId('monthly'));
  });

  it('cannot sign in as the other with what it has', async () => {
    const { token } = (await caller('POST /v1/sessions/renew')).body;
    const hash = mac(stage.secret, stage.customerId('monthly'));
    for (const body of [
      { customerId: foreign, hash },
      { customerId: foreign, hash: token.slice(-64) },
    ]) {
      const heard = await knock(stage.server, body, {
        headers: { authorization: `Bearer ${token}` },
      });
      expect(heard.status).toBe(401);
    }
  });
});
