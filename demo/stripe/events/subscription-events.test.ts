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
import { told, typesTold } from '../testing/told.ts';

type Stage = Awaited<ReturnType<typeof setStage>>;

function start({ stripe, prices, customer }: Stage, more = {}) {
  return stripe.subscriptions.create({ customer, items: [{ price: prices.small }], ...more });
}

/** Only what this test is about: charges have their own. */
function withoutCharges(types: string[]): string[] {
  return types.filter((type) => !type.startsWith('charge.'));
}

const PAID = [
  'payment_intent.succeeded',
  'invoice_payment.paid',
  'invoice.updated',
  'invoice.paid',
  'invoice.payment_succeeded',
];

describe('events of a new subscription', () => {
  it('are told in the usual order when its first payment succeeds', async () => {
    const stage = await setStage();
    expect(withoutCharges(await typesTold(stage.stripe, () => start(stage)))).toEqual([
      'customer.subscription.created',
      'invoice.created',
      'invoice.finalized',
      'payment_intent.created',
      ...PAID,
      'customer.updated',
      'customer.subscription.updated',
    ]);
  });

  it('show each object as it was at that moment', async () => {
    const stage = await setStage();
    const events = await told(stage.stripe, () => start(stage));
    const states = events.map(({ type, data }) => [
      type,
      'status' in data.object && data.object.status,
    ]);
    expect(states).toEqual(
      expect.arrayContaining([
        ['customer.subscription.created', 'incomplete'],
        ['invoice.created', 'draft'],
        ['invoice.finalized', 'open'],
        ['invoice.paid', 'paid'],
        ['customer.subscription.updated', 'active'],
      ]),
    );
  });

  it('know of no state in between where nothing is to be paid', async () => {
    const stage = await setStage();
    const events = await told(stage.stripe, () => start(stage, { trial_period_days: 7 }));
    expect(events.map(({ type }) => type)).not.toContain('customer.subscription.updated');
    expect(events[0]?.data.object).toMatchObject({ object: 'subscription', status: 'trialing' });
  });

  it('tell of a refused first payment, and of the end of waiting for it', async () => {
    const stage = await setStage('pm_card_chargeCustomerFail');
    const types = await typesTold(stage.stripe, () => start(stage));
    expect(types.slice(-4)).toEqual([
      'payment_intent.payment_failed',
      'invoice.updated',
      'invoice.payment_failed',
      'customer.updated',
    ]);
    const late = await told(stage.stripe, () => stage.simulator.advanceTo(START + DAY));
    expect(late.map(({ type }) => type)).toEqual([
      'payment_intent.canceled',
      'invoice.updated',
      'invoice.voided',
      'customer.updated',
      'customer.subscription.updated',
    ]);
    expect(late.at(-1)?.data.object).toMatchObject({ status: 'incomplete_expired' });
  });

  it('tell that the bank has a question, and of its answer', async () => {
    const stage = await setStage('pm_card_authenticationRequired');
    const { stripe, simulator } = stage;
    const types = await typesTold(stripe, () => start(stage));
    expect(types).toEqual(
      expect.arrayContaining([
        'payment_intent.requires_action',
        'invoice.payment_action_required',
        'invoice.payment_failed',
      ]),
    );
    const [subscription] = (await stripe.subscriptions.list({ status: 'all' })).data;
    const invoice = await latestInvoice(stripe, subscription?.id ?? '');
    const secret = invoice.confirmation_secret?.client_secret;
    const answered = await typesTold(stripe, async () => answerBank(simulator, secret, 'success'));
    expect(withoutCharges(answered)).toEqual([
      ...PAID,
      'customer.updated',
      'customer.subscription.updated',
    ]);
  });
});

describe('events of a running subscription', () => {
  it.each<[string, (stage: Stage, id: string) => Promise<unknown>, string[]]>([
    [
      'an upgrade that is billed at once',
      async ({ stripe, prices }, id) => {
        const [item] = (await stripe.subscriptions.retrieve(id)).items.data;
        await stripe.subscriptions.update(id, {
          items: [{ id: item?.id ?? '', price: prices.large }],
          proration_behavior: 'always_invoice',
        });
      },
      [
        'invoice.created',
        'invoice.finalized',
        'payment_intent.created',
        ...PAID,
        'customer.subscription.updated',
      ],
    ],
    [
      'an upgrade that waits for the next bill',
      async ({ stripe, prices }, id) => {
        const [item] = (await stripe.subscriptions.retrieve(id)).items.data;
        await stripe.subscriptions.update(id, {
          items: [{ id: item?.id ?? '', price: prices.large }],
        });
      },
      ['invoiceitem.created', 'invoiceitem.created', 'customer.subscription.updated'],
    ],
    [
      'an end that is announced',
      ({ stripe }, id) => stripe.subscriptions.update(id, { cancel_at_period_end: true }),
      ['customer.subscription.updated'],
    ],
    [
      'an end at once',
      ({ stripe }, id) => stripe.subscriptions.cancel(id),
      ['customer.subscription.deleted'],
    ],
    [
      'a schedule',
      ({ stripe }, id) => stripe.subscriptionSchedules.create({ from_subscription: id }),
      ['subscription_schedule.created', 'customer.subscription.updated'],
    ],
    [
      'an update that changes nothing',
      ({ stripe }, id) => stripe.subscriptions.update(id, { metadata: {} }),
      [],
    ],
  ])('tell of %s', async (_, act, types) => {
    const stage = await setStage();
    const { id } = await start(stage);
    expect(withoutCharges(await typesTold(stage.stripe, () => act(stage, id)))).toEqual(types);
  });

  it('tell of a discount by itself when it comes, and when it has been used', async () => {
    const stage = await setStage();
    await stage.stripe.coupons.create({ id: 'HALF', percent_off: 50, duration: 'once' });
    const types = await typesTold(stage.stripe, () =>
      start(stage, { discounts: [{ coupon: 'HALF' }] }),
    );
    expect(types.filter((type) => type.startsWith('customer.discount'))).toEqual([
      'customer.discount.created',
      'customer.discount.deleted',
    ]);
    expect(types).toContain('coupon.updated');
  });

  it('tell how a pending update ended', async () => {
    const stage = await setStage();
    const { stripe, prices, customer, simulator } = stage;
    const old = await start(stage);
    await giveCard(stripe, customer, 'pm_card_authenticationRequired');
    const hold = () =>
      stripe.subscriptions.update(old.id, {
        items: [{ id: itemOf(old), price: prices.large }],
        proration_behavior: 'always_invoice',
        payment_behavior: 'pending_if_incomplete',
      });
    await hold();
    expect(await typesTold(stripe, () => simulator.advanceTo(START + DAY))).toContain(
      'customer.subscription.pending_update_expired',
    );
    await hold();
    const secret = (await latestInvoice(stripe, old.id)).confirmation_secret?.client_secret;
    expect(await typesTold(stripe, async () => answerBank(simulator, secret, 'success'))).toContain(
      'customer.subscription.pending_update_applied',
    );
  });
});
