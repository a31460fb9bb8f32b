import type Stripe from 'stripe';
import type { AccountCase, StepCase } from './arbitraries.ts';
import { bodyOf } from './caller.ts';
import { checkSums, moneyOf } from './judge.ts';
import type { Account } from './open-account.ts';
import { paramsOf, read } from './take-step.ts';
import type { Expanded } from './take-step.ts';

/**
 * The account without what makes the way back cost something else: trials, coupons that end, and
 * amounts off where a month and a year are not billed together (the whole amount falls on the
 * month when it renews alone).
 */
export function withoutEnds(terms: AccountCase): AccountCase {
  const isMixed = terms.items.some(({ price }) => price === 3);
  return {
    ...terms,
    mode: terms.mode === 'classic' ? 'flexible' : terms.mode,
    coupons: terms.coupons.map((coupon) => ({
      ...coupon,
      off: isMixed && 'amount' in coupon.off ? { percent: 12.5 } : coupon.off,
      duration: 'forever',
    })),
    trialSeconds: null,
    anchor: null,
  };
}

/** What a change of items and its exact inverse cost together; null where they are refused. */
export async function goAndReturn(account: Account, step: StepCase): Promise<number | null> {
  const { call, simulator } = account;
  simulator.advanceTo(simulator.now() + step.waitSeconds);
  const before = await read(account);
  const edits = step.edits.filter(({ kind }) => kind === 'quantity' || kind === 'price');
  const { items } = paramsOf(account, before, { ...step, edits });
  const back = before.items.data.map(({ id, price, quantity }) => ({
    id,
    price: price.id,
    quantity,
  }));
  const bills = [before.latest_invoice?.id];
  let cost = 0;
  for (const next of [items, back]) {
    const path = `/v1/subscriptions/${account.subscription}`;
    const params = { items: next, proration_behavior: 'always_invoice' };
    const answer = await call<Expanded>('POST', path, { ...params, expand: ['latest_invoice'] });
    if (!answer.ok) return null;
    const { latest_invoice: bill } = answer.body;
    if (bill === null || bill.id === bills.at(-1)) continue;
    checkSums(bill);
    bills.push(bill.id);
    cost += bill.total;
  }
  return cost;
}

/** What a preview says of an end now, and what the end then bills. Null: nothing. */
export async function endNow(account: Account) {
  const { call, subscription } = account;
  const before = await read(account);
  const preview = await call<Stripe.Invoice>('POST', '/v1/invoices/create_preview', {
    subscription,
    subscription_details: { cancel_now: true },
  });
  const answer = await call<Expanded>('DELETE', `/v1/subscriptions/${subscription}`, {
    prorate: true,
    invoice_now: true,
    expand: ['latest_invoice'],
  });
  const { latest_invoice: bill } = bodyOf(answer);
  const isBilled = bill !== null && bill.id !== before.latest_invoice?.id;
  return {
    shown: preview.ok ? moneyOf(preview.body) : null,
    billed: isBilled ? moneyOf(bill) : null,
  };
}
