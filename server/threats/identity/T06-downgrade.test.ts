import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NOW, setStage, type Stage } from '../../testing/stage.ts';
import { expiring, knock, mac, openBeside, portalFile, refusal } from './door.ts';

let stage: Stage;
let uniform: string;
beforeAll(async () => {
  stage = await setStage();
  uniform = await refusal(stage.server);
});
afterAll(() => stage.stop());

describe('T06 a plain hash where an expiring one is wanted', () => {
  it.each([
    ['expiring', false, true],
    ['plain', true, false],
    ['both', true, true],
  ] as const)(
    'counts as the portal is set: %s',
    async (acceptedHashes, takesPlain, takesExpiring) => {
      const PORTICO_CONFIG = await portalFile({ acceptedHashes });
      const server = openBeside(stage, { PORTICO_CONFIG });
      const customerId = stage.customerId('monthly');
      const tries: [string, boolean][] = [
        [mac(stage.secret, customerId), takesPlain],
        [expiring(stage.secret, 'customer', customerId, NOW + 60), takesExpiring],
      ];
      for (const [hash, isTaken] of tries) {
        const heard = await knock(server, { customerId, hash });
        if (isTaken) expect(heard.status).toBe(201);
        else expect(heard.face).toBe(uniform);
      }
    },
  );

  it('is never a way to make one form out of the other', async () => {
    const ada = 'ada@example.com';
    const registered = `v1.email.${NOW + 60}.${ada}`;
    const signed = mac(stage.secret, registered);
    expect((await knock(stage.server, { email: registered, hash: signed })).face).toBe(uniform);
  });
});
