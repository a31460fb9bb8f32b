import { expect } from 'vitest';
import { refusal } from './story.ts';
import type { Step } from './story.ts';

/** Up, down, more, and less. */
export const PLANS: Step[] = [
  [
    'upgrades for exactly what it showed',
    async ({ stripe, now, the }) => {
      const change = {
        items: [{ id: the('seats'), price: the('plus monthly'), quantity: 2 }],
        proration_behavior: 'always_invoice' as const,
        proration_date: now(),
      };
      const id = the('subscription');
      const shown = await stripe.invoices.createPreview({
        subscription: id,
        subscription_details: change,
      });
      const changed = await stripe.subscriptions.update(id, {
        ...change,
        payment_behavior: 'pending_if_incomplete',
        expand: ['latest_invoice'],
      });
      expect(changed).toMatchObject({ pending_update: null, status: 'active' });
      expect(changed.latest_invoice).toMatchObject({
        status: 'paid',
        amount_due: shown.amount_due,
      });
      expect(shown.lines.data.map((line) => line.discountable)).toEqual([false, false]);
    },
  ],
  [
    'keeps a third seat waiting until its card is confirmed',
    async ({ stripe, call, confirm, the }) => {
      const customer = the('Ada');
      const strict = call(
        'strict card',
        await stripe.paymentMethods.attach('pm_card_authenticationRequired', { customer }),
      );
      const id = the('subscription');
      await stripe.subscriptions.update(id, { default_payment_method: strict.id });
      const held = await stripe.subscriptions.update(id, {
        items: [{ id: the('seats'), quantity: 3 }],
        proration_behavior: 'always_invoice',
        payment_behavior: 'pending_if_incomplete',
        expand: ['latest_invoice.confirmation_secret'],
      });
      expect(held.pending_update).toMatchObject({ subscription_items: [{ quantity: 3 }] });
      expect(held.items.data[0]?.quantity).toBe(2);
      const invoice = held.latest_invoice;
      if (invoice === null || typeof invoice === 'string') throw new Error('Not expanded.');
      expect(invoice.status).toBe('open');
      await confirm(invoice.confirmation_secret?.client_secret);
      const done = await stripe.subscriptions.retrieve(id);
      expect(done).toMatchObject({ pending_update: null, status: 'active' });
      expect(done.items.data[0]?.quantity).toBe(3);
      await stripe.subscriptions.update(id, { default_payment_method: the('Visa') });
    },
  ],
  [
    'refuses the same price twice',
    async ({ stripe, the }) => {
      const items = [{ price: the('plus monthly') }];
      const twice = stripe.subscriptions.update(the('subscription'), { items });
      expect(await refusal(twice)).toMatchObject({ statusCode: 400 });
    },
  ],
  [
    'adds an item by itself',
    async ({ stripe, call, the }) => {
      const item = await stripe.subscriptionItems.create({
        subscription: the('subscription'),
        price: the('graduated'),
        quantity: 7,
        proration_behavior: 'none',
      });
      call('by seats', item);
      expect(item).toMatchObject({ quantity: 7, subscription: the('subscription') });
    },
  ],
  [
    'changes the item',
    async ({ stripe, the }) => {
      const change = {
        quantity: 9,
        proration_behavior: 'none',
        metadata: { why: 'more' },
      } as const;
      const item = await stripe.subscriptionItems.update(the('by seats'), change);
      expect(item).toMatchObject({ quantity: 9, metadata: { why: 'more' } });
    },
  ],
  [
    'shows the tiers on the next invoice',
    async ({ stripe, the }) => {
      const { lines } = await stripe.invoices.createPreview({
        subscription: the('subscription'),
        preview_mode: 'recurring',
      });
      // Five for 5.00, four for 3.00 and 1.00 flat.
      const tiers = lines.data.filter(
        ({ pricing }) => pricing?.price_details?.price === the('graduated'),
      );
      expect(tiers.reduce((sum, line) => sum + line.amount, 0)).toBe(3800);
    },
  ],
  [
    'takes the item away',
    async ({ stripe, the }) => {
      const gone = await stripe.subscriptionItems.del(the('by seats'), {
        proration_behavior: 'none',
      });
      expect(gone).toMatchObject({ deleted: true });
      const { items } = await stripe.subscriptions.retrieve(the('subscription'));
      expect(items.data).toHaveLength(1);
    },
  ],
  [
    'shows what ending now would give back',
    async ({ stripe, the }) => {
      const preview = await stripe.invoices.createPreview({
        subscription: the('subscription'),
        subscription_details: { cancel_now: true },
      });
      expect(preview.total).toBeLessThan(0);
    },
  ],
  [
    'pauses, and is paused',
    async ({ stripe, the }) => {
      const paused = await stripe.subscriptions.pause(the('subscription'), {
        type: 'subscription',
        bill_for: { unused_time_from: { type: 'none' } },
      });
      expect(paused.status).toBe('paused');
    },
  ],
  [
    'resumes, and is paid for',
    async ({ stripe, the }) => {
      const resumed = await stripe.subscriptions.resume(the('subscription'), {
        billing_cycle_anchor: { type: 'now' },
        proration_behavior: 'none',
        payment_behavior: 'resume_on_payment_success',
      });
      expect(resumed.status).toBe('active');
    },
  ],
  [
    'lives through a trial without a card, and is asked for one',
    async ({ stripe, call, the }) => {
      const { id: customer } = call('Ben', await stripe.customers.create({ name: 'Ben' }));
      const trial = await stripe.subscriptions.create({
        customer,
        items: [{ price: the('basic monthly') }],
        trial_period_days: 14,
        trial_settings: { end_behavior: { missing_payment_method: 'cancel' } },
        expand: ['pending_setup_intent', 'latest_invoice'],
      });
      call('trial', trial);
      expect(trial).toMatchObject({ status: 'trialing', latest_invoice: { total: 0 } });
      expect(trial.pending_setup_intent).toMatchObject({ status: 'requires_payment_method' });
    },
  ],
  [
    'ends with a trial that nobody pays for',
    async ({ stripe, pass, the }) => {
      pass(15);
      const { status, cancellation_details: why } = await stripe.subscriptions.retrieve(
        the('trial'),
      );
      expect([status, why?.reason]).toEqual(['canceled', 'cancellation_requested']);
    },
  ],
  [
    'migrates an old subscription to the flexible mode',
    async ({ stripe, call, the }) => {
      const old = await stripe.subscriptions.create({
        customer: the('Ada'),
        items: [{ price: the('basic monthly') }],
        billing_mode: { type: 'classic' },
      });
      call('old subscription', old);
      const mode = { billing_mode: { type: 'flexible' } } as const;
      const flexible = await stripe.subscriptions.migrate(old.id, mode);
      expect(flexible.billing_mode.type).toBe('flexible');
    },
  ],
];
