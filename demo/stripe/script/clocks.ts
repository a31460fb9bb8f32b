import { expect } from 'vitest';
import { DAY } from './story.ts';
import type { Step } from './story.ts';

/** A customer whose time is another one. */
export const CLOCKS: Step[] = [
  [
    'lets another customer live on a clock of its own',
    async ({ stripe, call, now, the }) => {
      const clock = await stripe.testHelpers.testClocks.create({ frozen_time: now() });
      call('clock', clock);
      expect(clock.status).toBe('ready');
      const cleo = await stripe.customers.create({
        name: 'Cleo',
        test_clock: clock.id,
        payment_method: 'pm_card_visa',
        invoice_settings: { default_payment_method: 'pm_card_visa' },
      });
      call('Cleo', cleo);
      const items = [{ price: the('basic monthly') }];
      const hers = await stripe.subscriptions.create({ customer: cleo.id, items });
      call('clocked', hers);
      expect(hers).toMatchObject({ status: 'active', test_clock: clock.id });
    },
  ],
  [
    'moves only that clock',
    async ({ stripe, now, the }) => {
      const before = now();
      const to = { frozen_time: before + 35 * DAY };
      const moving = await stripe.testHelpers.testClocks.advance(the('clock'), to);
      expect(moving.status).toBe('advancing');
      const moved = await stripe.testHelpers.testClocks.retrieve(the('clock'));
      expect(moved).toMatchObject({ status: 'ready', frozen_time: before + 35 * DAY });
      const bills = await stripe.invoices.list({ subscription: the('clocked') });
      expect(bills.data).toHaveLength(2);
      expect(now()).toBe(before);
    },
  ],
  [
    'stops that clock, and everything on it',
    async ({ stripe, the }) => {
      expect((await stripe.testHelpers.testClocks.list()).data).toHaveLength(1);
      const gone = await stripe.testHelpers.testClocks.del(the('clock'));
      expect(gone).toMatchObject({ deleted: true });
      expect(await stripe.customers.retrieve(the('Cleo'))).toMatchObject({ deleted: true });
    },
  ],
];
