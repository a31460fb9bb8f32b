import { describe, expect, it } from 'vitest';
import {
  answerBank,
  DAY,
  giveCard,
  HOUR,
  latestInvoice,
  setStage,
  START,
} from '../testing/stage.ts';

const JANUARY = Date.UTC(2027, 0, 31, 9) / 1000;
const monthly = (month: number, day: number) => Date.UTC(2027, month - 1, day, 9) / 1000;

/** A customer with a card, on a clock of their own that begins on 31 January. */
async function onClock(frozen = JANUARY) {
  const stage = await setStage();
  const { stripe } = stage;
  const clock = await stripe.testHelpers.testClocks.create({ frozen_time: frozen, name: 'Mine' });
  const { id: customer } = await stripe.customers.create({ test_clock: clock.id });
  await giveCard(stripe, customer, 'pm_card_visa');
  /** Goes there and waits, as an app has to. */
  const advance = async (to: number) => {
    await stripe.testHelpers.testClocks.advance(clock.id, { frozen_time: to });
    return stripe.testHelpers.testClocks.retrieve(clock.id);
  };
  return { ...stage, neighbour: stage.customer, customer, clock: clock.id, advance };
}

async function subscribed() {
  const stage = await onClock();
  const items = [{ price: stage.prices.small }];
  const { id } = await stage.stripe.subscriptions.create({ customer: stage.customer, items });
  return { ...stage, id };
}

describe('a test clock', () => {
  it('says that it is advancing, and is ready when it is looked at', async () => {
    const { stripe, clock, advance } = await onClock();
    const started = await stripe.testHelpers.testClocks.advance(clock, {
      frozen_time: JANUARY + DAY,
    });
    expect(started).toMatchObject({
      status: 'advancing',
      frozen_time: JANUARY,
      status_details: { advancing: { target_frozen_time: JANUARY + DAY } },
    });
    expect(await stripe.testHelpers.testClocks.retrieve(clock)).toMatchObject({
      name: 'Mine',
      status: 'ready',
      frozen_time: JANUARY + DAY,
      status_details: {},
    });
    expect((await advance(JANUARY + 2 * DAY)).status).toBe('ready');
  });

  it('refuses all writes while it is advancing', async () => {
    const { stripe, clock, customer, neighbour, id } = await subscribed();
    await stripe.testHelpers.testClocks.advance(clock, { frozen_time: JANUARY + DAY });
    const refusal = {
      statusCode: 429,
      message: `Test clock advancement underway - cannot perform modifications: ${clock}`,
    };
    const writes = [
      () => stripe.customers.update(customer, { name: 'N' }, { maxNetworkRetries: 0 }),
      () => stripe.subscriptions.update(id, { metadata: { a: 'b' } }, { maxNetworkRetries: 0 }),
      () => stripe.testHelpers.testClocks.advance(clock, { frozen_time: JANUARY + 2 * DAY }),
    ];
    for (const write of writes) await expect(write()).rejects.toMatchObject(refusal);
    await stripe.customers.update(neighbour, { name: 'N' });
    await stripe.testHelpers.testClocks.retrieve(clock);
    await stripe.customers.update(customer, { name: 'N' });
  });

  it('gives its time to all that its customer does', async () => {
    const { stripe, simulator, customer, clock, prices } = await onClock();
    const { id } = await stripe.subscriptions.create({
      customer,
      items: [{ price: prices.small }],
    });
    const subscription = await stripe.subscriptions.retrieve(id);
    expect(subscription).toMatchObject({ created: JANUARY, test_clock: clock });
    const invoice = await latestInvoice(stripe, id);
    expect(invoice).toMatchObject({ created: JANUARY, test_clock: clock });
    const { data } = await stripe.paymentIntents.list({ customer });
    expect(data.map(({ created }) => created)).toEqual([JANUARY]);
    const schedule = await stripe.subscriptionSchedules.create({ from_subscription: id });
    expect(schedule).toMatchObject({ created: JANUARY, test_clock: clock });
    expect(simulator.now()).toBe(START);
  });

  it('moves nobody else, and is moved by nobody else', async () => {
    const { stripe, simulator, id, neighbour, prices, advance } = await subscribed();
    const items = [{ price: prices.small }];
    const other = await stripe.subscriptions.create({ customer: neighbour, items });
    await advance(monthly(3, 20));
    expect((await stripe.invoices.list({ subscription: id })).data).toHaveLength(2);
    expect((await stripe.invoices.list({ subscription: other.id })).data).toHaveLength(1);
    simulator.advanceTo(START + 65 * DAY);
    expect((await stripe.invoices.list({ subscription: id })).data).toHaveLength(2);
    expect((await stripe.invoices.list({ subscription: other.id })).data).toHaveLength(3);
  });

  it('renews on the last day of a short month and then on the 31st again', async () => {
    const { stripe, id, advance } = await subscribed();
    const ends: number[] = [];
    for (const to of [monthly(2, 28), monthly(3, 31), monthly(4, 30), monthly(5, 31)]) {
      const { items } = await stripe.subscriptions.retrieve(id);
      ends.push(items.data[0]?.current_period_end ?? 0);
      await advance(to + HOUR);
    }
    expect(ends).toEqual([monthly(2, 28), monthly(3, 31), monthly(4, 30), monthly(5, 31)]);
    const { data } = await stripe.invoices.list({ subscription: id, status: 'paid' });
    expect(data.map(({ created }) => created)).toEqual([
      monthly(5, 31),
      monthly(4, 30),
      monthly(3, 31),
      monthly(2, 28),
      JANUARY,
    ]);
  });

  it('knows leap years', async () => {
    const start = Date.UTC(2028, 1, 29, 9) / 1000;
    const { stripe, customer, prices, advance } = await onClock(start);
    const items = [{ price: prices.largeYearly }];
    const old = await stripe.subscriptions.create({ customer, items });
    expect(old.items.data[0]?.current_period_end).toBe(Date.UTC(2029, 1, 28, 9) / 1000);
    await advance(Date.UTC(2030, 1, 28, 9) / 1000);
    await advance(Date.UTC(2032, 1, 28, 9) / 1000);
    const renewed = await stripe.subscriptions.retrieve(old.id);
    expect(renewed.items.data[0]?.current_period_end).toBe(Date.UTC(2032, 1, 29, 9) / 1000);
  });

  it('goes forward only, and two of the shortest intervals at a time', async () => {
    const { stripe, clock, prices, customer, advance } = await onClock();
    const to = (frozen_time: number) =>
      stripe.testHelpers.testClocks.advance(clock, { frozen_time });
    const refusal = { statusCode: 400, param: 'frozen_time' };
    await expect(to(JANUARY)).rejects.toMatchObject(refusal);
    await expect(to(monthly(1, 31) + 732 * DAY)).rejects.toMatchObject(refusal);
    await stripe.subscriptions.create({ customer, items: [{ price: prices.largeYearly }] });
    const { id } = await stripe.subscriptions.create({
      customer,
      items: [{ price: prices.small }],
    });
    await expect(to(monthly(3, 31) + 1)).rejects.toMatchObject(refusal);
    expect((await advance(monthly(3, 31))).frozen_time).toBe(monthly(3, 31));
    await stripe.subscriptions.cancel(id);
    expect((await advance(monthly(3, 31) + 366 * DAY)).status).toBe('ready');
  });

  it('takes three customers, with three subscriptions each', async () => {
    const { stripe, clock, customer, prices } = await onClock();
    await stripe.customers.create({ test_clock: clock });
    await stripe.customers.create({ test_clock: clock });
    await expect(stripe.customers.create({ test_clock: clock })).rejects.toMatchObject({
      statusCode: 400,
      param: 'test_clock',
    });
    const items = [{ price: prices.small }];
    for (let count = 0; count < 3; count += 1) {
      await stripe.subscriptions.create({ customer, items });
    }
    await expect(stripe.subscriptions.create({ customer, items })).rejects.toMatchObject({
      statusCode: 400,
    });
  });

  it('takes an existing customer who has no past', async () => {
    const { stripe, neighbour, customer, prices } = await onClock();
    const of = (id: string) =>
      stripe.testHelpers.testClocks.create({ frozen_time: JANUARY, customer: id });
    await expect(of(customer)).rejects.toMatchObject({ param: 'customer' });
    const { id: clock } = await of(neighbour);
    expect(await stripe.customers.retrieve(neighbour)).toMatchObject({ test_clock: clock });
    const { id: late } = await stripe.customers.create({});
    await giveCard(stripe, late, 'pm_card_visa');
    await stripe.subscriptions.create({ customer: late, items: [{ price: prices.small }] });
    await expect(of(late)).rejects.toMatchObject({ param: 'customer' });
  });

  it('hides its customers and their subscriptions from lists that do not ask for it', async () => {
    const { stripe, clock, customer, neighbour, id } = await subscribed();
    const ids = ({ data }: { data: { id: string }[] }) => data.map((one) => one.id);
    expect(ids(await stripe.customers.list())).toEqual([neighbour]);
    expect(ids(await stripe.customers.list({ test_clock: clock }))).toEqual([customer]);
    expect(ids(await stripe.subscriptions.list())).toEqual([]);
    expect(ids(await stripe.subscriptions.list({ customer }))).toEqual([id]);
    expect(ids(await stripe.subscriptions.list({ test_clock: clock }))).toEqual([id]);
  });

  it('takes its customers with it when it is deleted, or a week has passed', async () => {
    const { stripe, simulator, clock, customer, id } = await subscribed();
    const kept = await stripe.testHelpers.testClocks.create({ frozen_time: JANUARY });
    expect(await stripe.testHelpers.testClocks.del(clock)).toMatchObject({ deleted: true });
    expect(await stripe.customers.retrieve(customer)).toMatchObject({ deleted: true });
    expect((await stripe.subscriptions.retrieve(id)).status).toBe('canceled');
    const { data } = await stripe.testHelpers.testClocks.list();
    expect(data.map((one) => one.id)).toEqual([kept.id]);
    simulator.advanceTo(kept.deletes_after);
    expect((await stripe.testHelpers.testClocks.list()).data).toEqual([]);
  });

  it('tells of its way by events', async () => {
    const { stripe, clock, advance } = await subscribed();
    await advance(monthly(2, 28) + HOUR);
    await stripe.testHelpers.testClocks.del(clock);
    const { data } = await stripe.events.list({ limit: 100, type: 'test_helpers.test_clock.*' });
    expect(data.map(({ type }) => type.split('.').at(-1)).toReversed()).toEqual([
      'created',
      'advancing',
      'ready',
      'deleted',
    ]);
  });

  it('answers the bank at its own time', async () => {
    const { stripe, simulator, customer, prices } = await onClock();
    await giveCard(stripe, customer, 'pm_card_authenticationRequired');
    const items = [{ price: prices.small }];
    const { id } = await stripe.subscriptions.create({ customer, items });
    const secret = (await latestInvoice(stripe, id)).confirmation_secret?.client_secret;
    await answerBank(simulator, secret, 'success');
    const { status_transitions: at } = await latestInvoice(stripe, id);
    expect(at.paid_at).toBe(JANUARY);
  });
});
