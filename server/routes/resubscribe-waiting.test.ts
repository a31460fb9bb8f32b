import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerBank, giveCard } from '../../demo/stripe/testing/stage.ts';
import type { ChangeResult } from '../../contract/api.ts';
import type { Ask } from '../stripe/http/ask.ts';
import { createFetchAsk } from '../stripe/http/fetch-ask.ts';
import { setStage, type Caller, type Stage } from '../testing/stage.ts';
import { visiting } from '../testing/visiting.ts';
import { visitThrough } from '../testing/visit-through.ts';

let stage: Stage;
const { overview, lookAnew, start } = visiting(() => stage);
beforeEach(async () => {
  stage = await setStage();
  await giveCard(stage.stripe, customer(), 'pm_card_authenticationRequired');
});
afterEach(() => stage.stop());

const customer = () => stage.customerId('canceled');
const taken = () =>
  stage.simulator.ledger
    .entries()
    .flatMap((entry) => (entry.kind === 'payment.taken' ? [entry.amount] : []));
const statuses = async () =>
  (await stage.stripe.subscriptions.list({ customer: customer(), status: 'all' })).data.map(
    ({ status }) => status,
  );

function secretOf(result: ChangeResult): string {
  if (result.status !== 'requires-action') throw new Error('The bank was not asked.');
  return result.clientSecret;
}

interface Trap {
  /** The calls that it is about, as `POST /v1/subscriptions`. */
  at: RegExp;
  /** Happens once, before the first of them. */
  before?: () => Promise<unknown>;
  /** Whether the line is dead from the first answer on, for as long as the trap is there. */
  isCut?: boolean;
}

function line(): { trap: { set: Trap | null }; through: Ask } {
  const ask = createFetchAsk();
  const trap: { set: Trap | null } = { set: null };
  let isDead = false;
  const through: Ask = async (call) => {
    const { set } = trap;
    isDead &&= set !== null;
    if (isDead) throw new Error('The line is dead.');
    if (!set?.at.test(`${call.method} ${new URL(call.url).pathname}`)) return ask(call);
    const { before } = set;
    delete set.before;
    await before?.();
    const answer = await ask(call);
    isDead = set.isCut ?? false;
    if (isDead) throw new Error('The line broke.');
    return answer;
  };
  return { trap, through };
}

/** A start that waits for the bank, and a second preview of the same. */
async function waiting(through: Ask): Promise<{
  call: Caller;
  id: string;
  clientSecret: string;
  first: string;
  second: string;
}> {
  const call = await visitThrough(stage, 'canceled', through);
  const id = (await overview(call)).subscriptions[0]?.id ?? '';
  const first = (await lookAnew(call, id)).previewToken;
  stage.simulator.ledger.forget();
  const clientSecret = secretOf((await start(call, id, first)).body);
  const second = (await lookAnew(call, id)).previewToken;
  return { call, id, clientSecret, first, second };
}

describe('starting anew while the bank is still asked about a first start', () => {
  it.each([
    ['its invoice is read', /^GET .*\/invoices\/in_/],
    ['its invoice is voided', /\/void$/],
  ])('takes the money once, though the bank says yes just before %s', async (_when, at) => {
    const { trap, through } = line();
    const { call, id, clientSecret, second } = await waiting(through);
    trap.set = { at, before: () => answerBank(stage.simulator, clientSecret, 'success') };
    const refused = await start(call, id, second);
    expect([refused.status, refused.problem.code]).toEqual([409, 'already-subscribed']);
    expect(taken()).toEqual([900]);
    expect((await statuses()).toSorted()).toEqual(['active', 'canceled']);
  });

  it('says that it is done where it is the very start that was paid', async () => {
    const { trap, through } = line();
    const { call, id, clientSecret, first } = await waiting(through);
    await answerBank(stage.simulator, clientSecret, 'fail');
    const intent = await stage.stripe.paymentIntents.list({ customer: customer(), limit: 1 });
    const payment = intent.data[0]?.id ?? '';
    trap.set = {
      at: /\/void$/,
      before: () =>
        stage.stripe.paymentIntents.confirm(payment, { payment_method: 'pm_card_visa' }),
    };
    const again = await start(call, id, first);
    expect(again.body).toMatchObject({ status: 'done', subscription: { status: 'active' } });
    expect(taken()).toEqual([900]);
  });

  it('canceled at that moment, it ends with the period that was just paid, or takes no money', async () => {
    for (const isLate of [false, true]) {
      const { trap, through } = line();
      const { call, clientSecret } = await waiting(through);
      const waits = (await overview(call)).subscriptions.find(
        ({ status }) => status === 'incomplete',
      );
      trap.set = {
        at: /\/void$/,
        ...(isLate && { before: () => answerBank(stage.simulator, clientSecret, 'success') }),
      };
      const { body } = await call('POST /v1/subscriptions/:id/cancel', {
        id: waits?.id ?? '',
        body: {},
      });
      expect(body.subscription.cancelAt !== null).toBe(isLate);
      expect(taken()).toEqual(isLate ? [900] : []);
    }
  });

  it('can never take the money of the first once there is a second', async () => {
    const { call, id, clientSecret, second } = await waiting(createFetchAsk());
    const answer = await start(call, id, second);
    expect((await answerBank(stage.simulator, clientSecret, 'success')).status).toBe(400);
    await answerBank(stage.simulator, secretOf(answer.body), 'success');
    expect(taken()).toEqual([900]);
    expect((await statuses()).toSorted()).toEqual(['active', 'canceled', 'incomplete_expired']);
  });

  it.each([
    ['voiding', /\/void$/],
    ['creating', /^POST \/v1\/subscriptions$/],
  ])('gets there by a retry, where the line broke after %s', async (_step, at) => {
    const { trap, through } = line();
    const { call, id, second } = await waiting(through);
    trap.set = { at, isCut: true };
    const intent = crypto.randomUUID();
    const broken = await start(call, id, second, intent);
    expect(broken.problem.code).toBe('outcome-unknown');
    trap.set = null;
    const answer = await start(call, id, second, intent);
    await answerBank(stage.simulator, secretOf(answer.body), 'success');
    expect(taken()).toEqual([900]);
    expect((await statuses()).toSorted()).toEqual(['active', 'canceled', 'incomplete_expired']);
  });

  it('shows the new price again where the first start had used credit', async () => {
    await stage.stripe.customers.createBalanceTransaction(customer(), {
      amount: -500,
      currency: 'usd',
    });
    const { call, id, second } = await waiting(createFetchAsk());
    expect((await start(call, id, second)).problem.code).toBe('amount-changed');
    const shown = await lookAnew(call, id);
    expect(shown.dueNow).toBe(400);
    const answer = await start(call, id, shown.previewToken);
    await answerBank(stage.simulator, secretOf(answer.body), 'success');
    expect(taken()).toEqual([400]);
  });
});
