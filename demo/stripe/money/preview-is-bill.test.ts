import * as fc from 'fast-check';
import type Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { account, step } from '../testing/cases/arbitraries.ts';
import type { AccountCase, StepCase } from '../testing/cases/arbitraries.ts';
import { bodyOf, sdkCaller } from '../testing/cases/caller.ts';
import { endNow } from '../testing/cases/go-and-return.ts';
import { checkBalance, checkSums, moneyOf } from '../testing/cases/judge.ts';
import { wholeOf } from '../testing/cases/open-account.ts';
import type { Account } from '../testing/cases/open-account.ts';
import { prove, runsOf, stageCases, Tally } from '../testing/cases/stage-cases.ts';
import { takeStep } from '../testing/cases/take-step.ts';

/** Changes of one account: the more there are, the more does each stand on. */
const steps = fc.array(step, { minLength: 8, maxLength: 14 });

async function proveBills(open: ReturnType<typeof stageCases>, runs: number): Promise<Tally> {
  const tally = new Tally();
  const property = async (terms: AccountCase, changes: StepCase[]) => {
    const opened = await open(terms);
    if ('ok' in opened) return;
    if (opened.opening !== null) {
      checkSums(opened.opening.bill);
      expect(moneyOf(opened.opening.bill)).toEqual(moneyOf(opened.opening.preview));
      tally.count('first');
    }
    for (const change of changes) tally.count(await takeStep(opened, change));
    const end = await endNow(opened);
    if (end.billed !== null) tally.count('end');
    expect(end.billed).toEqual(end.shown);
    await checkCustomer(opened, wholeOf(terms.balance, terms.currency));
  };
  await prove(property, { accounts: account, rest: steps, runs });
  return tally;
}

async function checkCustomer({ call, customer }: Account, from: number): Promise<void> {
  const { balance } = bodyOf(await call<Stripe.Customer>('GET', `/v1/customers/${customer}`));
  const list = { customer, limit: 100 };
  const { data } = bodyOf(await call<Stripe.ApiList<Stripe.Invoice>>('GET', '/v1/invoices', list));
  checkBalance(data, { from, to: balance });
}

describe('What a preview shows', () => {
  it('is what is billed, whatever is changed on whatever account', async () => {
    const tally = await proveBills(stageCases(), runsOf(1200));
    tally.print('Previews and bills');
    if (process.env.FC_RUNS === undefined) expect(tally.total()).toBeGreaterThanOrEqual(10_000);
  }, 600_000);

  it('is what is billed through the official SDK, too', async () => {
    const tally = await proveBills(stageCases(sdkCaller), Math.ceil(runsOf(1200) / 50));
    tally.print('Previews and bills through the SDK');
    expect(tally.total()).toBeGreaterThan(0);
  }, 600_000);
});
