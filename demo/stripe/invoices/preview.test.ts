import type Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { DAY, halfWay, latestInvoice, START, sumLines } from '../testing/stage.ts';
import type { setStage } from '../testing/stage.ts';

type Details = Stripe.InvoiceCreatePreviewParams.SubscriptionDetails;
type Stage = Awaited<ReturnType<typeof setStage>>;
const always = { proration_behavior: 'always_invoice' } as const;

describe('a preview', () => {
  const changes: [string, (stage: Stage, item: string) => Details][] = [
    ['an upgrade', ({ prices }, id) => ({ items: [{ id, price: prices.large }], ...always })],
    ['more seats', (_stage, id) => ({ items: [{ id, quantity: 7 }], ...always })],
    ['fewer seats', (_stage, id) => ({ items: [{ id, quantity: 1 }], ...always })],
    [
      'a yearly price, anchored now',
      ({ prices }, id) => ({
        items: [{ id, price: prices.largeYearly }],
        billing_cycle_anchor: { type: 'now' },
        ...always,
      }),
    ],
    [
      'a yearly price in the old cycle',
      ({ prices }, id) => ({
        items: [{ id, price: prices.largeYearly }],
        ...always,
      }),
    ],
    ['a free price', ({ prices }, id) => ({ items: [{ id, price: prices.free }], ...always })],
    ['a second item', ({ prices }) => ({ items: [{ price: prices.large }], ...always })],
    [
      'an anchor alone',
      () => ({ billing_cycle_anchor: { type: 'now' }, proration_behavior: 'none' }),
    ],
    [
      'an earlier proration date',
      ({ prices }, id) => ({
        items: [{ id, price: prices.large }],
        proration_date: START + 5 * DAY,
        ...always,
      }),
    ],
  ];

  it.each(changes)('is what is billed for %s', async (_name, detailsOf) => {
    const stage = await halfWay(3);
    const { stripe, subscription, item } = stage;
    const details = detailsOf(stage, item);
    const preview = await stripe.invoices.createPreview({
      subscription: subscription.id,
      subscription_details: details,
    });
    await stripe.subscriptions.update(subscription.id, details);
    const bill = await latestInvoice(stripe, subscription.id);
    expect(sumLines(bill)).toEqual(sumLines(preview));
    expect(bill.lines.data.map((line) => line.period)).toEqual(
      preview.lines.data.map((line) => line.period),
    );
    expect([bill.total, bill.amount_due, bill.ending_balance]).toEqual([
      preview.total,
      preview.amount_due,
      preview.ending_balance,
    ]);
  });

  it('of the next invoice is the next invoice', async () => {
    const { stripe, simulator, subscription, item } = await halfWay();
    await stripe.subscriptions.update(subscription.id, { items: [{ id: item, quantity: 4 }] });
    const preview = await stripe.invoices.createPreview({ subscription: subscription.id });
    const steady = await stripe.invoices.createPreview({
      subscription: subscription.id,
      preview_mode: 'recurring',
    });
    expect(steady.total).toBe(4000);
    expect(preview.id).toMatch(/^upcoming_in_/);
    simulator.advanceTo(START + 30 * DAY);
    const bill = await latestInvoice(stripe, subscription.id);
    // 40.00 for May, 20.00 − 5.00 for the rest of April.
    expect(bill.total).toBe(5500);
    expect([preview.total, preview.created, preview.next_payment_attempt]).toEqual([
      bill.total,
      bill.created,
      bill.next_payment_attempt,
    ]);
  });

  it('leaves nothing behind, and says when nothing is due', async () => {
    const { stripe, simulator, subscription, item, prices, customer } = await halfWay();
    await stripe.invoices.createPreview({
      customer,
      subscription_details: { items: [{ price: prices.large }] },
    });
    await stripe.invoices.createPreview({
      subscription: subscription.id,
      subscription_details: { items: [{ id: item, price: prices.large }], ...always },
    });
    expect((await stripe.subscriptions.list({ customer })).data).toHaveLength(1);
    expect((await stripe.invoices.list({ customer })).data).toHaveLength(1);
    expect(simulator.now()).toBe(START + 15 * DAY);
    await stripe.subscriptions.update(subscription.id, { cancel_at_period_end: true });
    await expect(stripe.invoices.createPreview({ customer })).rejects.toMatchObject({
      code: 'invoice_upcoming_none',
    });
  });
});
