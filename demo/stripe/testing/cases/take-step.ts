import type Stripe from 'stripe';
import { expect } from 'vitest';
import type { EditCase, StepCase } from './arbitraries.ts';
import { bodyOf, idOf } from './caller.ts';
import { checkPeriods, checkSums, moneyOf } from './judge.ts';
import { PAST_DRAFT_SECONDS } from '../till.ts';
import type { Account } from './open-account.ts';

export type Expanded = Omit<Stripe.Subscription, 'latest_invoice'> & {
  latest_invoice: Stripe.Invoice | null;
};

/**
 * Lets time go on, previews a change, makes it, and compares: with the invoice that it asks for at
 * once, or with the next one, or with what a later preview says of the next one.
 * @returns what was compared with.
 */
export async function takeStep(
  account: Account,
  step: StepCase,
): Promise<'refused' | 'bill' | 'renewal' | 'preview'> {
  const { call, simulator, subscription: id } = account;
  simulator.advanceTo(simulator.now() + step.waitSeconds);
  const before = await settled(account);
  const { discounts, ...details } = paramsOf(account, before, step);
  const preview = await call<Stripe.Invoice>('POST', '/v1/invoices/create_preview', {
    subscription: id,
    subscription_details: details,
    discounts,
  });
  const update = await call<Expanded>('POST', `/v1/subscriptions/${id}`, {
    ...details,
    discounts,
    expand: ['latest_invoice'],
  });
  if (!update.ok) {
    expect(preview.ok, `Only the update is refused: ${update.message}`).toBe(false);
    return 'refused';
  }
  const expected = bodyOf(preview);
  checkSums(expected);
  const bill = update.body.latest_invoice;
  if (bill !== null && bill.id !== before.latest_invoice?.id) {
    checkSums(bill);
    checkPeriods(bill, before.items.data, update.body.items.data);
    expect(moneyOf(bill)).toEqual(moneyOf(expected));
    return 'bill';
  }
  if (step.isRenewed) {
    const renewed = await renew(account, update.body);
    checkSums(renewed);
    expect(moneyOf(renewed)).toEqual(moneyOf(expected));
    expect(renewed.created).toBe(expected.created);
    return 'renewal';
  }
  const again = await call<Stripe.Invoice>('POST', '/v1/invoices/create_preview', {
    subscription: id,
  });
  expect(moneyOf(bodyOf(again))).toEqual(moneyOf(expected));
  return 'preview';
}

export async function read({ call, subscription }: Account): Promise<Expanded> {
  const expand = ['latest_invoice'];
  return bodyOf(await call<Expanded>('GET', `/v1/subscriptions/${subscription}`, { expand }));
}

/** Once no draft stands between now and the next invoice: it would take the balance first. */
async function settled(account: Account): Promise<Expanded> {
  let before = await read(account);
  while (before.latest_invoice?.status === 'draft') {
    account.simulator.advanceTo(account.simulator.now() + PAST_DRAFT_SECONDS);
    before = await read(account);
  }
  return before;
}

/** The next invoice, once it is finalised. */
async function renew(account: Account, subscription: Expanded): Promise<Stripe.Invoice> {
  const at = Math.min(...subscription.items.data.map((item) => item.current_period_end));
  account.simulator.advanceTo(at);
  const { latest_invoice: draft } = await read(account);
  account.simulator.advanceTo(at + PAST_DRAFT_SECONDS);
  return bodyOf(await account.call<Stripe.Invoice>('GET', `/v1/invoices/${draft?.id ?? ''}`));
}

export function paramsOf(account: Account, before: Expanded, step: StepCase) {
  const now = account.simulator.now();
  const items = step.edits.map((edit) => editOf(account, before, edit));
  const start = Math.max(...before.items.data.map((item) => item.current_period_start));
  const isDated = step.behavior !== 'none' && (items.length > 0 || step.trial !== null);
  const date = isDated ? step.prorationDate : null;
  return {
    ...(items.length > 0 ? { items } : {}),
    ...(step.behavior === null ? {} : { proration_behavior: step.behavior }),
    ...(date === null ? {} : { proration_date: start + Math.floor(((now - start) * date) / 1000) }),
    ...(step.anchor === null ? {} : { billing_cycle_anchor: { type: step.anchor } }),
    ...(step.trial === null ? {} : { trial_end: step.trial === 'now' ? 'now' : now + step.trial }),
    discounts: discountsOf(account, before, step),
  };
}

/** One price is on one item only, and one item has to stay: mostly, edits keep to that. */
function editOf({ prices }: Account, before: Expanded, edit: EditCase): object {
  const items = before.items.data;
  const target = items[(edit.kind === 'add' ? 0 : edit.item) % items.length];
  const isTaken = (id: string) => items.some((item) => item.price.id === id && item !== target);
  if (edit.kind === 'quantity' || (edit.kind === 'delete' && items.length === 1)) {
    return { id: target?.id, quantity: edit.kind === 'quantity' ? edit.quantity : 0 };
  }
  if (edit.kind === 'delete') return { id: target?.id, deleted: true };
  const free = prices.filter(
    (id) => !isTaken(id) && (edit.kind === 'price' || id !== target?.price.id),
  );
  const price = free[edit.price % free.length] ?? prices[0];
  if (edit.kind === 'add') return { price, quantity: edit.quantity };
  return { id: target?.id, price, ...(edit.quantity === null ? {} : { quantity: edit.quantity }) };
}

function discountsOf({ coupons }: Account, before: Expanded, { discounts }: StepCase) {
  const coupon = coupons.at(0);
  if (discounts === 'keep') return undefined;
  if (discounts === 'clear' || coupon === undefined) return '';
  if (discounts === 'replace') return [{ coupon }];
  return [...before.discounts.map((discount) => ({ discount: idOf(discount) })), { coupon }];
}
