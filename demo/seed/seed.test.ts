import { describe, expect, it } from 'vitest';
import { stripeOn } from '../stripe/sdk.ts';
import { createStripeSimulator } from '../stripe/simulator.ts';
import { seedDemo } from './seed.ts';

const PRESENT = Date.UTC(2026, 10, 21, 9, 30) / 1000;
const MONTH_ENDS = ['2026-12-31', '2027-03-01', '2028-02-29', '2027-05-30'];

async function seeded(presentAt = PRESENT) {
  const simulator = createStripeSimulator({ now: () => presentAt });
  const started = performance.now();
  const seed = await seedDemo(simulator);
  const elapsedMs = performance.now() - started;
  const stripe = stripeOn(simulator);
  const idOf = (key: string) => seed.customers.find((who) => who.key === key)?.customerId ?? '';
  const subscriptionsOf = async (key: string) =>
    (await stripe.subscriptions.list({ customer: idOf(key), status: 'all' })).data;
  return { simulator, stripe, seed, idOf, subscriptionsOf, elapsedMs };
}

function idOfReference(value: string | { id: string } | null | undefined): string {
  return typeof value === 'string' ? value : (value?.id ?? '');
}

describe('the demo seed', () => {
  it('puts every customer into the promised state, and ends at the present', async () => {
    const { simulator, subscriptionsOf, elapsedMs } = await seeded();
    expect(simulator.now()).toBe(PRESENT);
    expect(elapsedMs).toBeLessThan(3000);
    const states = async (key: string) => (await subscriptionsOf(key)).map((row) => row.status);
    expect(await states('monthly')).toEqual(['active']);
    expect(await states('yearly')).toEqual(['active']);
    expect(await states('trialing')).toEqual(['trialing']);
    expect(await states('pastdue')).toEqual(['past_due']);
    expect(await states('declining')).toEqual(['active']);
    expect(await states('cancelling')).toEqual(['active']);
    expect(await states('canceled')).toEqual(['canceled']);
    expect(await states('scheduled')).toEqual(['active']);
    expect(await states('two')).toEqual(['active', 'active']);
    expect(await states('invoices')).toEqual(['canceled', 'active']);
    expect(await states('yen')).toEqual(['active']);
    expect(await states('none')).toEqual([]);
    expect(await states('secure')).toEqual(['active']);
    expect(await states('seats')).toEqual(['active']);
  });

  it('tells each story to its end', async () => {
    const { stripe, idOf, subscriptionsOf } = await seeded();
    const [trial] = await subscriptionsOf('trialing');
    expect(Math.ceil(((trial?.trial_end ?? 0) - PRESENT) / 86_400)).toBe(6);
    const open = await stripe.invoices.list({ customer: idOf('pastdue'), status: 'open' });
    expect(open.data).toMatchObject([{ amount_due: 2900, attempted: true }]);
    const cards = await stripe.customers.listPaymentMethods(idOf('declining'));
    expect(cards.data.map(({ card }) => card?.last4)).toEqual(['0341']);
    const [cancelling] = await subscriptionsOf('cancelling');
    expect(cancelling).toMatchObject({ cancel_at_period_end: true });
    const [scheduled] = await subscriptionsOf('scheduled');
    const schedule = await stripe.subscriptionSchedules.retrieve(
      idOfReference(scheduled?.schedule),
    );
    expect(schedule).toMatchObject({ status: 'active', metadata: { portico: 'scheduled-change' } });
    expect(schedule.phases).toHaveLength(2);
    const [yen] = await subscriptionsOf('yen');
    expect(yen?.currency).toBe('jpy');
    const all = await stripe.invoices.list({ customer: idOf('invoices'), limit: 100 });
    expect(all.data.length).toBeGreaterThan(30);
    expect(new Set(all.data.map((invoice) => invoice.status))).toEqual(new Set(['paid']));
  });

  it.each(MONTH_ENDS)('works on %s too', async (day) => {
    const present = Date.parse(`${day}T23:59:00Z`) / 1000;
    const { stripe, idOf, subscriptionsOf } = await seeded(present);
    const [trial] = await subscriptionsOf('trialing');
    expect(Math.ceil(((trial?.trial_end ?? 0) - present) / 86_400)).toBe(6);
    expect((await subscriptionsOf('pastdue')).map((row) => row.status)).toEqual(['past_due']);
    expect((await subscriptionsOf('scheduled'))[0]?.schedule).not.toBeNull();
    expect((await subscriptionsOf('cancelling'))[0]?.status).toBe('active');
    const open = await stripe.invoices.list({ status: 'open' });
    expect(open.data.map((invoice) => invoice.customer)).toEqual([idOf('pastdue')]);
  });
});
