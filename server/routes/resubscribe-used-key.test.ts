import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Answer, Ask, Question } from '../stripe/http/ask.ts';
import { createFetchAsk } from '../stripe/http/fetch-ask.ts';
import { setStage, type Stage } from '../testing/stage.ts';
import { visiting } from '../testing/visiting.ts';
import { visitThrough } from '../testing/visit-through.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

let stage: Stage;
const { overview, lookAnew, start } = visiting(() => stage);
beforeEach(async () => {
  stage = await setStage();
  stage.simulator.ledger.forget();
});
afterEach(() => stage.stop());

const isCreate = ({ method, url }: Question) =>
  method === 'POST' && new URL(url).pathname === '/v1/subscriptions';
const taken = () =>
  stage.simulator.ledger
    .entries()
    .flatMap((entry) => (entry.kind === 'payment.taken' ? [entry.amount] : []));
const live = async () =>
  (await stage.stripe.subscriptions.list({ customer: stage.customerId('canceled') })).data;

/** Loads the page anew, looks, and confirms. */
async function tryAnew(through: Ask, priceId?: string): Promise<string> {
  const call = await visitThrough(stage, 'canceled', through);
  const all = (await overview(call)).subscriptions;
  const ended = all.find(({ status }) => status === 'canceled');
  const shown = await lookAnew(call, ended?.id ?? '', priceId === undefined ? {} : { priceId });
  if (shown.previewToken === undefined) return 'nothing to resubscribe';
  const { body, problem } = await start(call, ended?.id ?? '', shown.previewToken);
  return problem.code ?? body.status;
}

const refusal = (status: number, type: string): Answer => ({
  status,
  headers: { 'request-id': 'req_kept', 'stripe-should-retry': 'false' },
  text: JSON.stringify({ error: { type, message: 'As before.' } }),
});

/** The first key's request fails at Stripe for good, which is kept for a day; nobody hears of it. */
function firstFails(): { through: Ask; line: { isBroken: boolean } } {
  const ask = createFetchAsk();
  const line = { isBroken: true };
  let first: { key: string; body: string | undefined; at: number } | null = null;
  const through: Ask = async (call) => {
    if (!isCreate(call)) return ask(call);
    const key = call.headers['Idempotency-Key'] ?? '';
    const now = stage.simulator.now();
    first ??= { key, body: call.body, at: now };
    if (key !== first.key || now - first.at >= 24 * HOUR) return ask(call);
    if (line.isBroken) throw new Error('The line broke.');
    return call.body === first.body ? refusal(500, 'api_error') : refusal(400, 'idempotency_error');
  };
  return { through, line };
}

describe('starting anew after a start whose outcome nobody heard', () => {
  it('waits some minutes, not a day, and starts one', async () => {
    const { through, line } = firstFails();
    expect(await tryAnew(through)).toBe('outcome-unknown');
    line.isBroken = false;
    const begun = stage.simulator.now();
    const heard: string[] = [];
    for (let minute = 1; minute <= 15; minute += 1) {
      stage.simulator.advanceTo(begun + minute * MINUTE);
      heard.push(await tryAnew(through));
    }
    expect(heard.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 'intent-changed'));
    expect(heard[10]).toBe('done');
    for (let hour = 1; hour <= 25; hour += 4) {
      stage.simulator.advanceTo(begun + hour * HOUR);
      heard.push(await tryAnew(through));
    }
    expect(new Set(heard.slice(11))).toEqual(new Set(['nothing to resubscribe']));
    expect([taken(), (await live()).length]).toEqual([[900], 1]);
  });

  it('waits for nothing where the same preview hears that it came to nothing', async () => {
    const { through, line } = firstFails();
    const call = await visitThrough(stage, 'canceled', through);
    const id = (await overview(call)).subscriptions[0]?.id ?? '';
    const { previewToken } = await lookAnew(call, id);
    const intent = crypto.randomUUID();
    expect((await start(call, id, previewToken, intent)).problem.code).toBe('outcome-unknown');
    line.isBroken = false;
    expect((await start(call, id, previewToken, intent)).problem.code).toBe('not-applied');
    expect(await tryAnew(through)).toBe('done');
    expect(taken()).toEqual([900]);
  });

  it('starts none beside one that Stripe is still working on', async () => {
    const ask = createFetchAsk();
    let first: Question | null = null;
    const through: Ask = async (call) => {
      if (!isCreate(call)) return ask(call);
      first ??= call;
      if (call.headers['Idempotency-Key'] !== first.headers['Idempotency-Key']) return ask(call);
      if (call.body === first.body) throw new Error('The line broke.');
      return refusal(400, 'idempotency_error');
    };
    const heard = [await tryAnew(through)];
    for (let minute = 1; minute <= 3; minute += 1) {
      stage.simulator.advanceTo(stage.simulator.now() + MINUTE);
      heard.push(await tryAnew(through, stage.catalogue.prices.proMonthly));
    }
    if (first === null) throw new Error('Nothing was created.');
    expect((await ask(first)).status).toBe(200);
    stage.simulator.advanceTo(stage.simulator.now() + HOUR);
    heard.push(await tryAnew(through));
    expect(heard).toEqual([
      'outcome-unknown',
      ...Array.from({ length: 3 }, () => 'intent-changed'),
      'nothing to resubscribe',
    ]);
    expect([taken(), (await live()).length]).toEqual([[900], 1]);
  });
});
