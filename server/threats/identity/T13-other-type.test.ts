import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NOW, setStage, type Stage } from '../../testing/stage.ts';
import { expiring, knock, mac, refusal } from './door.ts';

let stage: Stage;
let uniform: string;
beforeAll(async () => {
  stage = await setStage();
  uniform = await refusal(stage.server);
});
afterAll(() => stage.stop());

describe('T13 a hash of one type of id shown as that of the other', () => {
  it('is refused both ways and in both forms', async () => {
    const customerId = stage.customerId('monthly');
    const email = stage.customers.find(({ key }) => key === 'monthly')?.email ?? '';
    const until = NOW + 60;
    stage.simulator.forgetRequests();
    const bodies = [
      { customerId: email, hash: mac(stage.secret, email) },
      { email: customerId, hash: mac(stage.secret, customerId) },
      { customerId, hash: expiring(stage.secret, 'email', customerId, until) },
      { email, hash: expiring(stage.secret, 'customer', email, until) },
      { customerId, hash: mac(stage.secret, email) },
      { email, hash: mac(stage.secret, customerId) },
      { customerId, email, hash: mac(stage.secret, customerId) },
      { customerId, email, hash: mac(stage.secret, email) },
    ];
    for (const body of bodies) expect((await knock(stage.server, body)).face).toBe(uniform);
    expect(stage.simulator.requests()).toEqual([]);
  });

  it('tells the log which of the two was meant', async () => {
    const customerId = stage.customerId('monthly');
    const hash = mac(stage.secret, customerId);
    for (const [body, advice] of [
      [{ email: customerId, hash }, 'email holds a Stripe customer id'],
      [{ customerId: 'ada@example.com', hash }, 'customerId holds an email address'],
      [
        { customerId, email: 'ada@example.com', hash: mac(stage.secret, 'ada@example.com') },
        'right for one',
      ],
    ] as const) {
      stage.log.length = 0;
      await knock(stage.server, body);
      expect(stage.log.join()).toContain(advice);
    }
  });
});
