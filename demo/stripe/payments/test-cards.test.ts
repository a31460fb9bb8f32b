import type Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { answerBank, setStage } from '../testing/stage.ts';

const card = (number: string): Stripe.PaymentMethodCreateParams => {
  const cvc = number.startsWith('37') ? '1234' : '123';
  return { type: 'card', card: { number, exp_month: 12, exp_year: 2030, cvc } };
};

describe('a card that pays', () => {
  it.each([
    ['pm_card_visa', '4242424242424242', 'visa', 'credit'],
    ['pm_card_visa_debit', '4000056655665556', 'visa', 'debit'],
    ['pm_card_mastercard', '5555555555554444', 'mastercard', 'credit'],
    ['pm_card_mastercard_prepaid', '5105105105105100', 'mastercard', 'prepaid'],
    ['pm_card_amex', '378282246310005', 'amex', 'credit'],
    ['pm_card_discover', '6011111111111117', 'discover', 'credit'],
    ['pm_card_diners', '3056930009020004', 'diners', 'credit'],
    ['pm_card_jcb', '3566002020360505', 'jcb', 'credit'],
    ['pm_card_unionpay', '6200000000000005', 'unionpay', 'credit'],
  ])('%s is %s: %s, %s', async (token, number, brand, funding) => {
    const { stripe, customer } = await setStage();
    const byToken = await stripe.paymentMethods.attach(token, { customer });
    const byNumber = await stripe.paymentMethods.create(card(number));
    expect(byToken.card).toMatchObject({ brand, funding, last4: number.slice(-4) });
    expect(byNumber.card?.fingerprint).toBe(byToken.card?.fingerprint);
    const intent = await stripe.paymentIntents.create({
      amount: 1500,
      currency: 'usd',
      customer,
      payment_method: byToken.id,
      confirm: true,
    });
    expect(intent).toMatchObject({ status: 'succeeded', amount_received: 1500 });
  });

  it('has its own fingerprint, and a name to show', async () => {
    const { stripe } = await setStage();
    const visa = await stripe.paymentMethods.create(card('4242424242424242'));
    const amex = await stripe.paymentMethods.create(card('378282246310005'));
    expect(visa.card?.fingerprint).not.toBe(amex.card?.fingerprint);
    expect(amex.card?.display_brand).toBe('american_express');
  });
});

describe('a card that declines', () => {
  const declines: [string, string, string, string | undefined][] = [
    ['pm_card_visa_chargeDeclined', '4000000000000002', 'card_declined', 'generic_decline'],
    ['pm_card_chargeDeclined', '4000000000000002', 'card_declined', 'generic_decline'],
    [
      'pm_card_visa_chargeDeclinedInsufficientFunds',
      '4000000000009995',
      'card_declined',
      'insufficient_funds',
    ],
    ['pm_card_visa_chargeDeclinedLostCard', '4000000000009987', 'card_declined', 'lost_card'],
    ['pm_card_visa_chargeDeclinedStolenCard', '4000000000009979', 'card_declined', 'stolen_card'],
    ['pm_card_chargeDeclinedExpiredCard', '4000000000000069', 'expired_card', undefined],
    ['pm_card_chargeDeclinedIncorrectCvc', '4000000000000127', 'incorrect_cvc', undefined],
    ['pm_card_chargeDeclinedProcessingError', '4000000000000119', 'processing_error', undefined],
    [
      'pm_card_visa_chargeDeclinedVelocityLimitExceeded',
      '4000000000006975',
      'card_declined',
      'card_velocity_exceeded',
    ],
    ['pm_card_radarBlock', '4100000000000019', 'card_declined', 'fraudulent'],
  ];

  it.each(declines)('%s (%s) can be neither saved nor charged: %s %s', async (...row) => {
    const [token, number, code, declineCode] = row;
    const { stripe, customer } = await setStage();
    // The SDK makes an empty text of a decline code that is not there.
    const said = { code, decline_code: declineCode ?? '' };
    const error = { statusCode: 402, type: 'StripeCardError', ...said };
    await expect(stripe.paymentMethods.attach(token, { customer })).rejects.toMatchObject(error);
    const { id } = await stripe.paymentMethods.create(card(number));
    await expect(
      stripe.setupIntents.create({ customer, payment_method: id, confirm: true }),
    ).rejects.toMatchObject(error);
    const charge = { amount: 1500, currency: 'usd', payment_method: token, confirm: true };
    await expect(stripe.paymentIntents.create(charge)).rejects.toMatchObject(error);
    const [intent] = (await stripe.paymentIntents.list({ expand: ['data.latest_charge'] })).data;
    expect(intent).toMatchObject({
      status: 'requires_payment_method',
      payment_method: null,
      last_payment_error: { type: 'card_error', code },
      latest_charge: { status: 'failed', paid: false, failure_code: code },
    });
    expect((await stripe.paymentMethods.list({ customer })).data).toHaveLength(1);
  });

  it('can be saved where it is 0341, and declines then', async () => {
    const { stripe, customer } = await setStage();
    const { id } = await stripe.paymentMethods.attach('pm_card_chargeCustomerFail', { customer });
    const charge = { amount: 1500, currency: 'usd', customer, payment_method: id, confirm: true };
    const error = await stripe.paymentIntents.create(charge).catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      code: 'card_declined',
      advice_code: 'try_again_later',
      network_decline_code: '01',
      payment_method: { id },
      payment_intent: { client_secret: expect.stringContaining('_secret_'), payment_method: null },
    });
  });

  it('is stopped by Radar before the network is asked', async () => {
    const { stripe } = await setStage();
    const charge = { amount: 1500, currency: 'usd', payment_method: 'pm_card_radarBlock' };
    await expect(stripe.paymentIntents.create({ ...charge, confirm: true })).rejects.toThrow();
    const [blocked] = (await stripe.charges.list()).data;
    expect(blocked?.outcome).toMatchObject({
      type: 'blocked',
      network_status: 'not_sent_to_network',
      reason: 'highest_risk_level',
      risk_level: 'highest',
      network_decline_code: null,
    });
  });
});

describe('what a bank checks', () => {
  it.each([
    ['4000000000000101', { cvc_check: 'fail', address_postal_code_check: 'pass' }],
    ['4000000000000036', { cvc_check: 'pass', address_postal_code_check: 'fail' }],
    ['4000000000000010', { address_line1_check: 'fail', address_postal_code_check: 'fail' }],
    ['4242424242424242', { cvc_check: 'pass', address_line1_check: 'pass' }],
  ])('%s is found out once it is saved, and pays', async (number, checks) => {
    const { stripe, customer } = await setStage();
    const address = { line1: 'Main Street 1', postal_code: '12345' };
    const { id, card: fresh } = await stripe.paymentMethods.create({
      ...card(number),
      billing_details: { address },
    });
    expect(fresh?.checks).toMatchObject({ cvc_check: 'unchecked' });
    const saved = await stripe.paymentMethods.attach(id, { customer });
    expect(saved.card?.checks).toMatchObject(checks);
    const charge = { amount: 1500, currency: 'usd', customer, payment_method: id, confirm: true };
    expect((await stripe.paymentIntents.create(charge)).status).toBe('succeeded');
  });
});

describe('a bank that asks its customer', () => {
  /** How a payment goes right after the card is saved: with the customer there, and away. */
  const cases: [string, setUp: string, onSession: string, offSession: string][] = [
    ['pm_card_authenticationRequiredOnSetup', 'requires_action', 'requires_action', 'succeeded'],
    [
      'pm_card_authenticationRequired',
      'requires_action',
      'requires_action',
      'authentication_required',
    ],
    [
      'pm_card_authenticationRequiredSetupForOffSession',
      'succeeded',
      'requires_action',
      'succeeded',
    ],
    [
      'pm_card_threeDSecure2Required',
      'requires_action',
      'requires_action',
      'authentication_required',
    ],
    [
      'pm_card_authenticationRequiredChargeDeclinedInsufficientFunds',
      'requires_action',
      'requires_action',
      'card_declined',
    ],
  ];

  it.each(cases)('%s: set-up %s, then %s, and %s while away', async (token, setUp, on, off) => {
    const { simulator, stripe, customer } = await setStage();
    const setup = await stripe.setupIntents.create({
      customer,
      payment_method: token,
      confirm: true,
    });
    expect(setup.status).toBe(setUp);
    if (setUp === 'requires_action') {
      await answerBank(simulator, setup.client_secret ?? '', 'success');
    }
    const { payment_method: method } = await stripe.setupIntents.retrieve(setup.id);
    const pay = async (isAway: boolean): Promise<string> =>
      stripe.paymentIntents
        .create({
          amount: 1500,
          currency: 'usd',
          customer,
          payment_method: typeof method === 'string' ? method : '',
          confirm: true,
          off_session: isAway,
        })
        .then(
          ({ status }) => status,
          (error: { code: string }) => error.code,
        );
    expect([await pay(false), await pay(true)]).toEqual([on, off]);
  });

  it.each([
    ['pm_card_threeDSecure2Required', 'success', 'succeeded', null],
    [
      'pm_card_threeDSecure2Required',
      'fail',
      'requires_payment_method',
      'payment_intent_authentication_failure',
    ],
    [
      'pm_card_threeDSecureRequiredChargeDeclined',
      'success',
      'requires_payment_method',
      'card_declined',
    ],
    [
      'pm_card_threeDSecureRequiredProcessingError',
      'success',
      'requires_payment_method',
      'processing_error',
    ],
  ] as const)('%s, answered with %s, ends as %s (%s)', async (token, answer, status, code) => {
    const { simulator, stripe } = await setStage();
    const charge = { amount: 1500, currency: 'usd', payment_method: token, confirm: true };
    const intent = await stripe.paymentIntents.create(charge);
    expect(intent).toMatchObject({ status: 'requires_action', latest_charge: null });
    await answerBank(simulator, intent.client_secret ?? '', answer);
    const after = await stripe.paymentIntents.retrieve(intent.id, { expand: ['latest_charge'] });
    expect([after.status, after.last_payment_error?.code ?? null]).toEqual([status, code]);
    const tried = typeof after.latest_charge === 'object' ? after.latest_charge : null;
    const result = tried?.payment_method_details?.card?.three_d_secure?.result ?? null;
    expect(result).toBe(answer === 'success' ? 'authenticated' : null);
  });
});
