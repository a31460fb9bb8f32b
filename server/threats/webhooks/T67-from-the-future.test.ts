import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deliver, WEBHOOK_SECRET } from '../../testing/deliver.ts';
import { NOW, setStage, type Stage } from '../../testing/stage.ts';

describe('T67 an event from the future', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage({ STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET });
  });
  afterAll(() => stage.stop());

  it.each([301, 302, 600, 3_600, 86_400, 365 * 86_400, 999_999_999_999 - NOW])(
    'is refused %i seconds ahead, though it is signed',
    async (ahead) => {
      expect((await deliver(stage.server, { at: NOW + ahead })).status).toBe(400);
    },
  );

  it.each([1, 299, 300])('is taken %i seconds ahead: clocks differ', async (ahead) => {
    expect((await deliver(stage.server, { at: NOW + ahead })).status).toBe(200);
  });
});
