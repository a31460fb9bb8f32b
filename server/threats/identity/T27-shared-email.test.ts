import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setStage, type Stage } from '../../testing/stage.ts';
import { knock, mac } from './door.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.stop());

describe('T27 several customers with one email', () => {
  it.each([
    [0, 404, 'customer-not-found'],
    [1, 201, null],
    [2, 409, 'customer-ambiguous'],
    [11, 409, 'customer-ambiguous'],
  ] as const)('of %d none is guessed: %d', async (count, status, code) => {
    const email = `shared-by-${count}@example.com`;
    const made: string[] = [];
    for (let index = 0; index < count; index += 1) {
      made.push((await stage.stripe.customers.create({ email, name: 'Canary Jones' })).id);
    }
    const heard = await knock(stage.server, { email, hash: mac(stage.secret, email) });
    expect(heard.status).toBe(status);
    if (code === null) return;
    expect(JSON.parse(heard.text)).toMatchObject({ code });
    expect(heard.text).not.toContain('Canary');
    for (const id of made) expect(heard.text).not.toContain(id);
  });

  it('can still be signed by the id of one of them', async () => {
    const { id } = await stage.stripe.customers.create({ email: 'shared-by-2@example.com' });
    const heard = await knock(stage.server, { customerId: id, hash: mac(stage.secret, id) });
    expect(heard.status).toBe(201);
  });
});
