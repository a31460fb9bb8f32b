import { describe, expect, it } from 'vitest';
import { SeededRandom } from '../core/random.ts';
import { giveCard, latestInvoice, setStage } from '../testing/stage.ts';
import type { Latency } from './fault-rule.ts';
import { latencyMs } from './latency.ts';

const broken = { kind: 'status' as const, status: 500 };

describe('the queue of faults', () => {
  it('spoils the nth fitting call, as often as it says', async () => {
    const { simulator, stripe } = await setStage();
    simulator.faults.queue.add({
      match: { method: 'GET', path: '/v1/customers/:id', nth: 2 },
      times: 2,
      fault: broken,
    });
    const outcomes: string[] = [];
    for (let round = 0; round < 5; round += 1) {
      await stripe.customers.list();
      await stripe.customers.retrieve('cus_none').catch((error: unknown) => {
        outcomes.push(String((error as { statusCode: number }).statusCode));
      });
    }
    expect(outcomes).toEqual(['404', '500', '500', '404', '404']);
    expect(simulator.faults.queue.list()).toMatchObject([{ seen: 5, fired: 2, when: 'before' }]);
  });

  it.each([
    ['/v1/invoices/*', '/v1/invoices/in_1/pay', true],
    ['/v1/invoices/:id/pay', '/v1/invoices/in_1/pay', true],
    ['/v1/invoices/:id', '/v1/invoices/in_1/pay', false],
    ['/v1/invoices', '/v1/invoices/in_1', false],
    ['/v1/invoices/in.1', '/v1/invoices/in_1', false],
  ])('%s and %s', async (path, asked, isSpoiled) => {
    const { simulator, stripe } = await setStage();
    simulator.faults.queue.add({ match: { path }, fault: broken });
    await expect(stripe.rawRequest('POST', asked)).rejects.toMatchObject({
      statusCode: isSpoiled ? 500 : 404,
    });
  });

  it('knows the customer by anything that is theirs', async () => {
    const { simulator, stripe, prices, customer } = await setStage();
    const other = await stripe.customers.create({});
    const { id } = await stripe.subscriptions.create({ customer, items: [{ price: prices.free }] });
    simulator.faults.queue.add({ match: { customer }, times: 3, fault: broken });
    const asks = [
      () => stripe.customers.retrieve(other.id),
      () => stripe.subscriptions.retrieve(id),
      () => stripe.invoices.list({ customer }),
      () => stripe.customers.retrieve(customer),
    ];
    const ends = await Promise.allSettled(asks.map((ask) => ask()));
    expect(ends.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'rejected',
      'rejected',
    ]);
  });

  it('meets the oldest first, and one at a time', async () => {
    const { simulator, stripe } = await setStage();
    const { queue } = simulator.faults;
    queue.add({ fault: broken });
    const second = queue.add({ fault: { kind: 'status', status: 503 } });
    await expect(stripe.customers.list()).rejects.toMatchObject({ statusCode: 500 });
    expect(queue.remove(second.id)).toBe(true);
    expect(queue.remove(second.id)).toBe(false);
    await stripe.customers.list();
  });

  it.each([
    { fault: { kind: 'status', status: 42 } },
    { fault: { kind: 'surprise' } },
    { fault: broken, match: { planet: 'x' } },
    { fault: { kind: 'payment-declines', declineCode: 'no_such_code' } },
    { fault: { kind: 'latency' } },
  ])('refuses a rule without sense: %j', async (rule) => {
    const { simulator } = await setStage();
    expect(() => simulator.faults.queue.add(rule as never)).toThrow();
  });
});

describe('declining payments', () => {
  it('refuses the next payment of one customer, with the code that it is told', async () => {
    const { simulator, stripe, prices, customer } = await setStage();
    simulator.faults.queue.add({
      match: { customer },
      fault: { kind: 'payment-declines', declineCode: 'insufficient_funds' },
    });
    const items = [{ price: prices.small }];
    const other = await stripe.customers.create({});
    await giveCard(stripe, other.id, 'pm_card_visa');
    const paid = await stripe.subscriptions.create({ customer: other.id, items });
    expect(paid.status).toBe('active');
    const refused = await stripe.subscriptions.create({ customer, items });
    expect(refused.status).toBe('incomplete');
    const invoice = await latestInvoice(stripe, refused.id);
    const [payment] = (await stripe.invoicePayments.list({ invoice: invoice.id })).data;
    const intent = payment?.payment.payment_intent;
    expect(
      await stripe.paymentIntents.retrieve(typeof intent === 'string' ? intent : ''),
    ).toMatchObject({ last_payment_error: { decline_code: 'insufficient_funds' } });
    await stripe.invoices.pay(invoice.id);
    expect((await stripe.subscriptions.retrieve(refused.id)).status).toBe('active');
  });
});

describe('the dice', () => {
  it('fall alike for the same seed', () => {
    const latencies: Latency[] = [
      { kind: 'latency', distribution: 'uniform', fromMs: 100, toMs: 200 },
      { kind: 'latency', distribution: 'exponential', meanMs: 50 },
    ];
    const roll = (seed: number) => {
      const random = new SeededRandom(seed);
      return latencies.flatMap((one) => [latencyMs(one, random), latencyMs(one, random)]);
    };
    expect(roll(7)).toEqual(roll(7));
    expect(roll(7)).not.toEqual(roll(8));
  });

  it('keep to their distribution', () => {
    const random = new SeededRandom(1);
    const rolls = Array.from({ length: 20_000 }, () =>
      latencyMs({ kind: 'latency', distribution: 'exponential', meanMs: 50 }, random),
    );
    const mean = rolls.reduce((sum, ms) => sum + ms, 0) / rolls.length;
    expect(mean).toBeGreaterThan(48);
    expect(mean).toBeLessThan(52);
    expect(Math.min(...rolls)).toBeGreaterThanOrEqual(0);
  });
});
