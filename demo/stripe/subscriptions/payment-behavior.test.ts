import type Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import {
  answerBank,
  DAY,
  giveCard,
  itemOf,
  latestInvoice,
  setStage,
  START,
} from '../testing/stage.ts';

type Behavior =
  'allow_incomplete' | 'default_incomplete' | 'error_if_incomplete' | 'pending_if_incomplete';
type Method = 'pays' | 'declines' | 'needs the bank' | 'is missing';
type Stage = Awaited<ReturnType<typeof setStage>>;

const TOKENS: Record<Method, string | null> = {
  pays: 'pm_card_visa',
  declines: 'pm_card_chargeCustomerFail',
  'needs the bank': 'pm_card_authenticationRequired',
  'is missing': null,
};
const NO_METHOD = { statusCode: 400, code: 'resource_missing' };
const DECLINED = { statusCode: 402, code: 'card_declined', decline_code: 'generic_decline' };
const NEEDS_ACTION = { statusCode: 402, code: 'subscription_payment_intent_requires_action' };

/** The subscription, its latest invoice, the invoice's payment; or the error. */
type Expected = [subscription: string, invoice: string, payment: string] | object;

async function setMethod({ stripe, customer }: Stage, method: Method): Promise<void> {
  const cards = await stripe.paymentMethods.list({ customer });
  for (const { id } of cards.data) await stripe.paymentMethods.detach(id);
  const token = TOKENS[method];
  if (token !== null) await giveCard(stripe, customer, token);
}

async function statesOf(stripe: Stripe, { id, status }: Stripe.Subscription) {
  const invoice = await latestInvoice(stripe, id);
  const { data } = await stripe.invoicePayments.list({
    invoice: invoice.id,
    expand: ['data.payment.payment_intent'],
  });
  const intent = data[0]?.payment.payment_intent;
  return [status, invoice.status, typeof intent === 'object' ? intent.status : null];
}

async function check(stripe: Stripe, call: Promise<Stripe.Subscription>, expected: Expected) {
  if (Array.isArray(expected)) expect(await statesOf(stripe, await call)).toEqual(expected);
  else await expect(call).rejects.toMatchObject(expected);
}

const PAID: Expected = ['active', 'paid', 'succeeded'];

describe('a new subscription', () => {
  const cases: [Behavior, Method, Expected][] = [
    ['allow_incomplete', 'pays', PAID],
    ['allow_incomplete', 'declines', ['incomplete', 'open', 'requires_payment_method']],
    ['allow_incomplete', 'needs the bank', ['incomplete', 'open', 'requires_action']],
    ['allow_incomplete', 'is missing', NO_METHOD],
    ['default_incomplete', 'pays', ['incomplete', 'open', 'requires_confirmation']],
    ['default_incomplete', 'declines', ['incomplete', 'open', 'requires_confirmation']],
    ['default_incomplete', 'needs the bank', ['incomplete', 'open', 'requires_confirmation']],
    ['default_incomplete', 'is missing', ['incomplete', 'open', 'requires_payment_method']],
    ['error_if_incomplete', 'pays', PAID],
    ['error_if_incomplete', 'declines', DECLINED],
    ['error_if_incomplete', 'needs the bank', NEEDS_ACTION],
    ['error_if_incomplete', 'is missing', NO_METHOD],
    ['pending_if_incomplete', 'pays', { statusCode: 400, param: 'payment_behavior' }],
  ];

  it.each(cases)('with %s where the card %s', async (behavior, method, expected) => {
    const stage = await setStage();
    const { stripe, prices, customer } = stage;
    await setMethod(stage, method);
    const call = stripe.subscriptions.create({
      customer,
      items: [{ price: prices.small }],
      payment_behavior: behavior,
    });
    await check(stripe, call, expected);
    const all = await stripe.subscriptions.list({ customer, status: 'all' });
    expect(all.data).toHaveLength(Array.isArray(expected) ? 1 : 0);
  });

  it.each(['the invoice', 'the payment', 'the bank'])(
    'that is incomplete becomes active when %s is dealt with',
    async (way) => {
      const stage = await setStage('pm_card_authenticationRequired');
      const { simulator, stripe, prices, customer } = stage;
      const items = [{ price: prices.small }];
      const { id } = await stripe.subscriptions.create({ customer, items });
      const invoice = await latestInvoice(stripe, id);
      const secret = invoice.confirmation_secret?.client_secret ?? '';
      if (way === 'the bank') await answerBank(simulator, secret, 'success');
      const payment_method = await giveCard(stripe, customer, 'pm_card_visa');
      if (way === 'the invoice') await stripe.invoices.pay(invoice.id);
      if (way === 'the payment') {
        await stripe.paymentIntents.confirm(secret.split('_secret_')[0] ?? '', { payment_method });
      }
      expect(await statesOf(stripe, await stripe.subscriptions.retrieve(id))).toEqual(PAID);
    },
  );
});

describe('a change that is billed at once', () => {
  const [UNCHANGED, CHANGED] = [false, true];
  const cases: [Behavior, Method, Expected, hasChanged: boolean][] = [
    ['allow_incomplete', 'pays', PAID, CHANGED],
    ['allow_incomplete', 'declines', ['past_due', 'open', 'requires_payment_method'], CHANGED],
    ['allow_incomplete', 'needs the bank', ['past_due', 'open', 'requires_action'], CHANGED],
    ['allow_incomplete', 'is missing', NO_METHOD, UNCHANGED],
    ['default_incomplete', 'pays', ['past_due', 'open', 'requires_confirmation'], CHANGED],
    ['default_incomplete', 'declines', ['past_due', 'open', 'requires_confirmation'], CHANGED],
    [
      'default_incomplete',
      'needs the bank',
      ['past_due', 'open', 'requires_confirmation'],
      CHANGED,
    ],
    ['default_incomplete', 'is missing', ['past_due', 'open', 'requires_payment_method'], CHANGED],
    ['error_if_incomplete', 'pays', PAID, CHANGED],
    ['error_if_incomplete', 'declines', DECLINED, UNCHANGED],
    ['error_if_incomplete', 'needs the bank', NEEDS_ACTION, UNCHANGED],
    ['error_if_incomplete', 'is missing', NO_METHOD, UNCHANGED],
    ['pending_if_incomplete', 'pays', PAID, CHANGED],
    ['pending_if_incomplete', 'declines', ['active', 'open', 'requires_payment_method'], UNCHANGED],
    ['pending_if_incomplete', 'needs the bank', ['active', 'open', 'requires_action'], UNCHANGED],
    ['pending_if_incomplete', 'is missing', NO_METHOD, UNCHANGED],
  ];

  it.each(cases)('with %s where the card %s', async (behavior, method, expected, hasChanged) => {
    const stage = await setStage();
    const { simulator, stripe, prices, customer } = stage;
    const items = [{ price: prices.small }];
    const old = await stripe.subscriptions.create({ customer, items });
    simulator.advanceTo(START + 15 * DAY);
    await setMethod(stage, method);
    const call = stripe.subscriptions.update(old.id, {
      items: [{ id: itemOf(old), price: prices.large }],
      proration_behavior: 'always_invoice',
      payment_behavior: behavior,
    });
    await check(stripe, call, expected);
    const now = await stripe.subscriptions.retrieve(old.id);
    expect(now.items.data[0]?.price.id).toBe(hasChanged ? prices.large : prices.small);
    const isHeld = behavior === 'pending_if_incomplete' && !hasChanged && Array.isArray(expected);
    expect(now.pending_update !== null).toBe(isHeld);
    if (!Array.isArray(expected)) {
      expect(now.status).toBe('active');
      expect((await stripe.invoices.list({ customer })).data).toHaveLength(1);
    }
  });
});
