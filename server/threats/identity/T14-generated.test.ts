import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSecret } from '../../auth/secrets.ts';
import { NOW, setStage, type Stage } from '../../testing/stage.ts';
import { knock, mac, openBeside } from './door.ts';
import { generateSignIns, randomFrom } from './generated-sign-ins.ts';
import { isGood } from './oracle.ts';

const COUNT = process.env['HOSTILE'] === 'full' ? 100_000 : 6_000;
const SEED = Number(process.env['HOSTILE_SEED'] ?? 20_261_014);

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.stop());

describe('T14 thousands of sign-ins that are right but for one thing', () => {
  it(`get the verdict of the specification, of ${COUNT} from seed ${SEED}`, async () => {
    // What was read once is kept: thousands of right sign-ins are no test of Stripe.
    const server = openBeside(stage, { PORTICO_CACHE_SECONDS: '9999' });
    const customers = ['monthly', 'yearly', 'invoices', 'scheduled'].flatMap((key) =>
      stage.customers.filter((one) => one.key === key),
    );
    expect(customers).toHaveLength(4);
    for (const { customerId, email } of customers) {
      await knock(server, { customerId, hash: mac(stage.secret, customerId) });
      await knock(server, { email, hash: mac(stage.secret, email) });
    }
    stage.simulator.forgetRequests();
    const ground = { secret: stage.secret, otherSecret: makeSecret('test'), now: NOW, customers };
    const wrong: string[] = [];
    const seen = { good: 0, bad: 0 };
    for (const signIn of generateSignIns(COUNT, ground, randomFrom(SEED))) {
      const { status } = await knock(server, JSON.stringify(signIn));
      const verdict = isGood(signIn, stage.secret, NOW);
      seen[verdict ? 'good' : 'bad'] += 1;
      // An id or a hash of impossible length is no valid request; 404: the hash was taken, and
      // Stripe knows nobody of that id.
      const isRight = (verdict ? [201, 404] : [400, 401]).includes(status);
      const asked = stage.simulator.requests().length;
      if (!isRight || (!verdict && asked > 0)) wrong.push(`${status} ${JSON.stringify(signIn)}`);
      if (asked > 0) stage.simulator.forgetRequests();
    }
    expect(wrong.slice(0, 5)).toEqual([]);
    expect(Math.min(seen.good, seen.bad)).toBeGreaterThan(COUNT / 5);
  }, 600_000);
});
