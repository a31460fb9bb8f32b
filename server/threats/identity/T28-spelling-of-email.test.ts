import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setStage, type Stage } from '../../testing/stage.ts';
import { knock, mac } from './door.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  await stage.stripe.customers.create({ email: 'renée@example.com', name: 'Renée' });
});
afterAll(() => stage.stop());

const VARIANTS = [
  'Renée@example.com',
  'RENÉE@EXAMPLE.COM',
  'renée@Example.com',
  'rene\u0301e@example.com',
  'renee@example.com',
  'renée@example.com.',
  'renée+x@example.com',
  'ｒenée@example.com',
  'renée@еxample.com',
  'renée@example.com\u200b',
];

describe('T28 an email that is spelled a little otherwise', () => {
  it.each(VARIANTS.map((email) => [JSON.stringify(email), email]))(
    'is another customer: %s',
    async (_, email) => {
      const heard = await knock(stage.server, { email, hash: mac(stage.secret, email) });
      expect(heard.status).toBe(404);
      expect(heard.text).not.toContain('Renée');
    },
  );

  it.each([
    ' renée@example.com',
    'renée@example.com ',
    'renée@example.com\n',
    'renée @example.com',
  ])('is none with white space: %j', async (email) => {
    stage.simulator.forgetRequests();
    const heard = await knock(stage.server, { email, hash: mac(stage.secret, email) });
    expect(heard.status).toBe(401);
    expect(stage.simulator.requests()).toEqual([]);
  });

  it('is found by exactly its letters', async () => {
    const email = 'renée@example.com';
    expect((await knock(stage.server, { email, hash: mac(stage.secret, email) })).status).toBe(201);
  });
});
