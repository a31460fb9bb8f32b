import type Stripe from 'stripe';
import { momentOf } from '../../testing/till.ts';
import type { Till } from '../../testing/till.ts';
import { proveExamples } from '../../testing/worked-example.ts';

const SCHEDULES = 'https://docs.stripe.com/billing/subscriptions/subscription-schedules';
type Phase = Stripe.SubscriptionScheduleUpdateParams.Phase;

/** From 10 USD a month to `next` at that moment, by a schedule. */
async function planFor(till: Till, at: string, next: Phase): Promise<void> {
  const price = await till.price(1000);
  await till.subscribe([{ price }]);
  const { id, phases } = await till.stripe.subscriptionSchedules.create({
    from_subscription: till.subscription,
  });
  const [now] = phases;
  await till.stripe.subscriptionSchedules.update(id, {
    end_behavior: 'release',
    phases: [
      { start_date: now?.start_date ?? 0, end_date: momentOf(at), items: [{ price, quantity: 1 }] },
      { duration: { interval: 'month' }, ...next },
    ],
  });
}

proveExamples('A phase that begins with May', [
  {
    title: 'costs its own price from that day on',
    source: SCHEDULES,
    paper: '30.00 for May, and nothing else',
    opensAt: '2026-04-01',
    play: async (till) => {
      const items = [{ price: await till.price(3000) }];
      await planFor(till, '2026-05-01', { items, proration_behavior: 'none' });
      till.settle('2026-05-01');
      return till.bill();
    },
    bill: { lines: [3000], periods: ['2026-05-01/2026-06-01'], total: 3000, due: 3000 },
  },
  {
    title: 'has nothing to prorate',
    source: SCHEDULES,
    paper: 'April is over: 30.00',
    opensAt: '2026-04-01',
    play: async (till) => {
      const items = [{ price: await till.price(3000) }];
      await planFor(till, '2026-05-01', { items, proration_behavior: 'create_prorations' });
      till.settle('2026-05-01');
      return till.bill();
    },
    bill: { lines: [3000], total: 3000, due: 3000 },
  },
  {
    title: 'may bring a year',
    source: SCHEDULES,
    paper: '120.00 to 1 May 2027',
    opensAt: '2026-04-01',
    play: async (till) => {
      const price = await till.price({ unit_amount: 12_000, every: 'year' });
      const duration = { interval: 'year' as const };
      await planFor(till, '2026-05-01', {
        items: [{ price }],
        duration,
        proration_behavior: 'none',
      });
      till.settle('2026-05-01');
      return till.bill();
    },
    bill: { lines: [12_000], periods: ['2026-05-01/2027-05-01'], total: 12_000, due: 12_000 },
  },
  {
    title: 'may bring a coupon',
    source: SCHEDULES,
    paper: '30.00 - 25 %',
    opensAt: '2026-04-01',
    play: async (till) => {
      const coupon = await till.coupon({ percent_off: 25 });
      const items = [{ price: await till.price(3000) }];
      const discounts = [{ coupon }];
      await planFor(till, '2026-05-01', { items, discounts, proration_behavior: 'none' });
      till.settle('2026-05-01');
      return till.bill();
    },
    bill: { lines: [3000], discounts: [750], total: 2250, due: 2250 },
  },
  {
    title: 'is over after its month: June goes on at its price',
    source: SCHEDULES,
    paper: 'Released, with 30.00 a month',
    opensAt: '2026-04-01',
    play: async (till) => {
      const items = [{ price: await till.price(3000) }];
      await planFor(till, '2026-05-01', { items, proration_behavior: 'none' });
      till.settle('2026-06-01');
      if ((await till.read()).schedule !== null) throw new Error('It was not released.');
      return till.bill();
    },
    bill: { lines: [3000], periods: ['2026-06-01/2026-07-01'], total: 3000, due: 3000 },
  },
]);

proveExamples('A phase that begins on 16 April', [
  {
    title: 'is billed with May, with create_prorations',
    source: SCHEDULES,
    paper: '-10.00 / 2 + 30.00 / 2 + 30.00',
    opensAt: '2026-04-01',
    play: async (till) => {
      const items = [{ price: await till.price(3000) }];
      await planFor(till, '2026-04-16', { items, proration_behavior: 'create_prorations' });
      till.settle('2026-05-01');
      return till.bill();
    },
    bill: { lines: [-500, 1500, 3000], total: 4000, due: 4000 },
  },
  {
    title: 'is billed at once, with always_invoice',
    source: SCHEDULES,
    paper: '-10.00 / 2 + 30.00 / 2',
    opensAt: '2026-04-01',
    play: async (till) => {
      const items = [{ price: await till.price(3000) }];
      await planFor(till, '2026-04-16', { items, proration_behavior: 'always_invoice' });
      till.settle('2026-04-16');
      return till.bill();
    },
    bill: { lines: [-500, 1500], total: 1000, due: 1000 },
  },
  {
    title: 'costs nothing before May, with none',
    source: SCHEDULES,
    paper: '30.00 for May',
    opensAt: '2026-04-01',
    play: async (till) => {
      const items = [{ price: await till.price(3000) }];
      await planFor(till, '2026-04-16', { items, proration_behavior: 'none' });
      till.settle('2026-05-01');
      return till.bill();
    },
    bill: { lines: [3000], total: 3000, due: 3000 },
  },
  {
    title: 'begins a new cycle with billing_cycle_anchor phase_start',
    source: SCHEDULES,
    paper: '-10.00 / 2 + 30.00 to 16 May',
    opensAt: '2026-04-01',
    play: async (till) => {
      const items = [{ price: await till.price(3000) }];
      await planFor(till, '2026-04-16', {
        items,
        billing_cycle_anchor: 'phase_start',
        proration_behavior: 'create_prorations',
      });
      till.settle('2026-04-16');
      return till.bill();
    },
    bill: {
      lines: [-500, 3000],
      periods: ['2026-04-16/2026-05-01', '2026-04-16/2026-05-16'],
      total: 2500,
      due: 2500,
    },
  },
]);
