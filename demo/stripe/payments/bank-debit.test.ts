import type Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { DAY, latestInvoice, setStage, START } from '../testing/stage.ts';

const mandate_data = { customer_acceptance: { type: 'offline' as const } };
type Stage = Awaited<ReturnType<typeof setStage>>;

async function giveAccount({ stripe, customer }: Stage, token = 'pm_usBankAccount_success') {
  const setup = await stripe.setupIntents.create({
    customer,
    payment_method: token,
    confirm: true,
    mandate_data,
  });
  const id = typeof setup.payment_method === 'string' ? setup.payment_method : '';
  await stripe.customers.update(customer, { invoice_settings: { default_payment_method: id } });
  return { setup, id };
}

const sepa = (iban: string): Stripe.PaymentMethodCreateParams => ({
  type: 'sepa_debit',
  sepa_debit: { iban },
  billing_details: { name: 'Ada', email: 'ada@example.com' },
});

describe('a bank account', () => {
  it('is saved under a mandate, which ends when it is detached', async () => {
    const stage = await setStage();
    const { stripe, customer } = stage;
    const { setup, id } = await giveAccount(stage);
    expect(setup.status).toBe('succeeded');
    const mandate = typeof setup.mandate === 'string' ? setup.mandate : '';
    expect(await stripe.mandates.retrieve(mandate)).toMatchObject({
      status: 'active',
      payment_method: id,
      type: 'multi_use',
    });
    const listed = await stripe.paymentMethods.list({ customer, type: 'us_bank_account' });
    expect(listed.data.map((method) => method.us_bank_account)).toMatchObject([
      { last4: '6789', routing_number: '110000000', bank_name: 'STRIPE TEST BANK' },
    ]);
    await stripe.paymentMethods.detach(id);
    expect((await stripe.mandates.retrieve(mandate)).status).toBe('inactive');
  });

  it('is not debited without a mandate', async () => {
    const { stripe, customer } = await setStage();
    await expect(
      stripe.setupIntents.create({
        customer,
        payment_method: 'pm_usBankAccount_success',
        confirm: true,
      }),
    ).rejects.toMatchObject({ code: 'parameter_missing', param: 'mandate_data' });
    const bare = await stripe.paymentMethods.attach('pm_usBankAccount_success', { customer });
    const call = { amount: 1500, currency: 'usd', customer, payment_method: bare.id };
    await expect(stripe.paymentIntents.create({ ...call, confirm: true })).rejects.toMatchObject({
      param: 'mandate_data',
    });
  });

  it('needs a number that test mode knows, and a name', async () => {
    const { stripe } = await setStage();
    const us_bank_account = {
      account_holder_type: 'individual' as const,
      account_number: '000123456789',
      routing_number: '110000000',
    };
    const type = 'us_bank_account' as const;
    const billing_details = { name: 'Ada' };
    const made = await stripe.paymentMethods.create({ type, us_bank_account, billing_details });
    expect(made.us_bank_account?.account_type).toBe('checking');
    await expect(stripe.paymentMethods.create({ type, us_bank_account })).rejects.toMatchObject({
      param: 'billing_details[name]',
    });
    const wrong = { ...us_bank_account, routing_number: '000000000' };
    await expect(
      stripe.paymentMethods.create({ type, us_bank_account: wrong, billing_details }),
    ).rejects.toMatchObject({ code: 'routing_number_invalid' });
    await expect(stripe.paymentMethods.create(sepa('DE00'))).rejects.toMatchObject({
      param: 'sepa_debit[iban]',
    });
  });
});

describe('a debit', () => {
  it.each([
    ['pm_usBankAccount_success', 'succeeded', null],
    ['pm_usBankAccount_insufficientFunds', 'requires_payment_method', 'insufficient_funds'],
    ['pm_usBankAccount_accountClosed', 'requires_payment_method', 'account_closed'],
    ['pm_usBankAccount_processing', 'processing', null],
  ])('of %s is %s three minutes later (%s)', async (token, status, code) => {
    const { simulator, stripe, customer } = await setStage();
    const intent = await stripe.paymentIntents.create({
      amount: 1500,
      currency: 'usd',
      customer,
      payment_method: token,
      confirm: true,
      mandate_data,
      expand: ['latest_charge'],
    });
    expect(intent).toMatchObject({ status: 'processing', latest_charge: { status: 'pending' } });
    simulator.advanceTo(START + 179);
    expect((await stripe.paymentIntents.retrieve(intent.id)).status).toBe('processing');
    simulator.advanceTo(START + 180);
    const after = await stripe.paymentIntents.retrieve(intent.id);
    expect([after.status, after.last_payment_error?.code ?? null]).toEqual([status, code]);
  });

  it.each([
    ['AT321904300235473204', 'succeeded'],
    ['AT861904300235473202', 'requires_payment_method'],
  ])('of %s, in euros only, ends as %s', async (iban, status) => {
    const { simulator, stripe, customer } = await setStage();
    const { id, sepa_debit: account } = await stripe.paymentMethods.create(sepa(iban));
    expect(account).toMatchObject({ country: 'AT', last4: iban.slice(-4) });
    const call = { amount: 1500, customer, payment_method: id, confirm: true, mandate_data };
    await expect(stripe.paymentIntents.create({ ...call, currency: 'usd' })).rejects.toMatchObject({
      code: 'payment_intent_incompatible_payment_method',
    });
    const intent = await stripe.paymentIntents.create({ ...call, currency: 'eur' });
    simulator.advanceTo(START + 180);
    expect((await stripe.paymentIntents.retrieve(intent.id)).status).toBe(status);
  });
});

describe('a subscription paid from an account', () => {
  it('is incomplete until the money has come', async () => {
    const stage = await setStage();
    const { simulator, stripe, prices, customer } = stage;
    await giveAccount(stage);
    const items = [{ price: prices.small }];
    const { id, status } = await stripe.subscriptions.create({ customer, items });
    expect(status).toBe('incomplete');
    expect((await latestInvoice(stripe, id)).status).toBe('open');
    simulator.advanceTo(START + 180);
    expect((await stripe.subscriptions.retrieve(id)).status).toBe('active');
    expect((await latestInvoice(stripe, id)).status).toBe('paid');
  });

  it('stays active while a renewal is on its way, and is past due when it comes back', async () => {
    const stage = await setStage();
    const { simulator, stripe, prices, customer } = stage;
    const { id } = await stripe.subscriptions.create({
      customer,
      items: [{ price: prices.small }],
    });
    await giveAccount(stage, 'pm_usBankAccount_insufficientFunds');
    simulator.advanceTo(START + 30 * DAY + 2 * 3600);
    const late = await stripe.subscriptions.retrieve(id);
    expect(late.status).toBe('past_due');
    const invoice = await latestInvoice(stripe, id);
    expect(invoice).toMatchObject({ status: 'open', attempt_count: 1 });
    const [debit] = (await stripe.charges.list({ customer })).data;
    expect(debit).toMatchObject({ status: 'failed', failure_code: 'insufficient_funds' });
    expect(invoice.next_payment_attempt).toBe((debit?.created ?? 0) + 180 + 3 * DAY);
  });

  it('takes no pending updates, and no account where cards alone are allowed', async () => {
    const stage = await setStage();
    const { stripe, prices, customer } = stage;
    const old = await stripe.subscriptions.create({ customer, items: [{ price: prices.small }] });
    await giveAccount(stage);
    await expect(
      stripe.subscriptions.update(old.id, {
        items: [{ id: old.items.data[0]?.id ?? '', price: prices.large }],
        proration_behavior: 'always_invoice',
        payment_behavior: 'pending_if_incomplete',
      }),
    ).rejects.toMatchObject({ param: 'payment_behavior' });
    await expect(
      stripe.subscriptions.create({
        customer,
        items: [{ price: prices.large }],
        payment_settings: { payment_method_types: ['card'] },
      }),
    ).rejects.toMatchObject({ statusCode: 400 });
  });
});
