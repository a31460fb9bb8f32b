import { expect } from 'vitest';
import { DAY, idOf, refusal } from './story.ts';
import type { Step } from './story.ts';

/** Later rather than now. */
export const SCHEDULES: Step[] = [
  [
    'takes a subscription into a schedule',
    async ({ stripe, call, the }) => {
      const schedule = await stripe.subscriptionSchedules.create({
        from_subscription: the('subscription'),
      });
      call('schedule', schedule);
      expect(schedule).toMatchObject({ status: 'active', phases: [{ items: [{ quantity: 3 }] }] });
    },
  ],
  [
    'plans a smaller plan from the next period on',
    async ({ stripe, the }) => {
      const { phases } = await stripe.subscriptionSchedules.retrieve(the('schedule'));
      const [now] = phases;
      const items = (now?.items ?? []).map(({ price, quantity, tax_rates: rates }) => ({
        price: idOf(price),
        quantity: quantity ?? 1,
        tax_rates: (rates ?? []).map(idOf),
      }));
      const { start_date: start = 0, end_date: end = 0 } = now ?? {};
      const planned = await stripe.subscriptionSchedules.update(the('schedule'), {
        end_behavior: 'release',
        metadata: { by: 'story' },
        phases: [
          { start_date: start, end_date: end, items },
          {
            items: [{ price: the('basic monthly'), quantity: 1 }],
            proration_behavior: 'none',
            duration: { interval: 'month', interval_count: 1 },
          },
        ],
      });
      expect(planned.phases).toHaveLength(2);
      expect(planned.phases[1]?.start_date).toBe(end);
    },
  ],
  [
    'leaves ending to the schedule',
    async ({ stripe, the }) => {
      const end = stripe.subscriptions.update(the('subscription'), { cancel_at_period_end: true });
      expect(await refusal(end)).toMatchObject({
        message: expect.stringContaining('managed by the subscription schedule'),
      });
    },
  ],
  [
    'shows the planned price on the next invoice',
    async ({ stripe, the }) => {
      const subscription = the('subscription');
      const next = await stripe.invoices.createPreview({ subscription });
      expect(next.subtotal).toBe(1000);
    },
  ],
  [
    'reads and lists schedules',
    async ({ stripe, the }) => {
      const expand = ['subscription'];
      const schedule = await stripe.subscriptionSchedules.retrieve(the('schedule'), { expand });
      expect(schedule.subscription).toMatchObject({ id: the('subscription') });
      const { data } = await stripe.subscriptionSchedules.list({ customer: the('Ada') });
      expect(data.map(({ id }) => id)).toEqual([the('schedule')]);
    },
  ],
  [
    'changes over when the period ends',
    async ({ stripe, pass, now, the }) => {
      const { items } = await stripe.subscriptions.retrieve(the('subscription'));
      pass(((items.data[0]?.current_period_end ?? 0) - now()) / DAY + 0.5);
      const after = await stripe.subscriptions.retrieve(the('subscription'));
      expect(after.items.data[0]).toMatchObject({ quantity: 1 });
      expect(after.items.data[0]?.price.id).toBe(the('basic monthly'));
    },
  ],
  [
    'lets go of the subscription',
    async ({ stripe, the }) => {
      const released = await stripe.subscriptionSchedules.release(the('schedule'));
      expect(released).toMatchObject({
        status: 'released',
        released_subscription: the('subscription'),
      });
    },
  ],
  [
    'plans a subscription that begins later, and drops the plan',
    async ({ stripe, call, now, the }) => {
      const later = await stripe.subscriptionSchedules.create({
        customer: the('Ada'),
        start_date: now() + 10 * DAY,
        end_behavior: 'release',
        phases: [
          {
            items: [{ price: the('plus monthly') }],
            duration: { interval: 'month', interval_count: 3 },
          },
        ],
      });
      call('later', later);
      expect(later).toMatchObject({ status: 'not_started', subscription: null });
      expect((await stripe.subscriptionSchedules.cancel(later.id)).status).toBe('canceled');
    },
  ],
];
