import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { enterCard } from '../testing/enter-card.ts';
import { pathOf, retell, type Tell } from '../testing/retell.ts';
import { setStage, type Answer, type Caller, type Stage } from '../testing/stage.ts';

let stage: Stage;
let tell: Tell;
let call: Caller;
/** What Stripe calls the writes that it has answered. */
let answered: (string | null)[] = [];

beforeAll(async () => {
  stage = await setStage();
  tell = stage.simulator.fetch.bind(stage.simulator);
  call = await stage.as('monthly');
});
beforeEach(() => void (answered = []));
afterEach(() => void (stage.simulator.fetch = tell));
afterAll(() => stage.stop());

/** Stripe answers every write well but, where given, this one. */
function listen(refused?: number): void {
  retell(stage, async (request, ask) => {
    if (request.method === 'GET' || pathOf(request).endsWith('_preview')) return ask(request);
    const isAllowed = answered.length !== refused;
    const answer = isAllowed ? await ask(request) : refusal(answered.length);
    answered.push(answer.headers.get('request-id'));
    return answer;
  });
}

function refusal(number: number): Response {
  const error = { type: 'invalid_request_error', message: 'no', code: 'parameter_unknown' };
  const headers = { 'request-id': `req_refused${number}`, 'stripe-should-retry': 'false' };
  return Response.json({ error }, { status: 400, headers });
}

/** Takes a write, the second time none. */
async function newCard(): Promise<() => Promise<Answer<unknown>>> {
  const { body } = await call('POST /v1/payment-methods/setup');
  await enterCard(stage, body.clientSecret, '5555555555554444');
  const setupIntentId = body.clientSecret.split('_secret_')[0] ?? '';
  stage.log.length = 0;
  return () => call('POST /v1/payment-methods/confirm', { body: { setupIntentId } });
}

/** To a cheaper plan at the end of the period: a schedule that is made, and then filled in. */
async function downgrade(): Promise<() => Promise<Answer<unknown>>> {
  const { body } = await call('GET /v1/overview');
  const id = body.subscriptions[0]?.id ?? '';
  const preview = { priceId: stage.catalogue.prices.starterMonthly };
  const shown = await call('POST /v1/subscriptions/:id/preview', { id, body: preview });
  const { previewToken } = shown.body;
  stage.log.length = 0;
  return () => call('POST /v1/subscriptions/:id/change', { id, body: { previewToken } });
}

const lines = (): Record<string, unknown>[] => stage.log.map((text) => JSON.parse(text));

describe('the line of a change', () => {
  it('has what Stripe calls all that was written for it before one was refused', async () => {
    const change = await downgrade();
    listen(1);
    expect((await change()).status).toBe(500);
    // The schedule that was made, what was refused of it, and that it was taken off again.
    expect(answered).toHaveLength(3);
    expect(lines()).toMatchObject([
      {
        event: 'refused',
        stripeRequestIds: answered.join(' '),
        stripeRequestId: answered[1],
      },
    ]);
  });

  it('has them where all went well, in their order', async () => {
    const change = await downgrade();
    listen();
    expect((await change()).status).toBe(200);
    expect(answered.length).toBeGreaterThan(0);
    expect(lines()).toMatchObject([{ event: 'changed', stripeRequestIds: answered.join(' ') }]);
  });

  it('has none where all was so already', async () => {
    const confirm = await newCard();
    await confirm();
    stage.log.length = 0;
    listen();
    expect((await confirm()).status).toBe(200);
    expect(answered).toEqual([]);
    expect(lines()[0]).toMatchObject({ event: 'changed' });
    expect(lines()[0]).not.toHaveProperty('stripeRequestIds');
  });
});
