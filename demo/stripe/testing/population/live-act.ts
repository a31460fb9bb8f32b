import type Stripe from 'stripe';
import { answerBank } from '../stage.ts';
import type { Act, Deed, ItemChange } from './life.ts';
import type { Person, Scene } from './live.ts';

/** Does one act through the SDK. */
export async function act(scene: Scene, person: Person, step: Act): Promise<void> {
  const { stripe, shop } = scene;
  const { subscription: id, customer } = person;
  if (step.do === 'change') await change(scene, person, step);
  if (step.do === 'end-trial') await stripe.subscriptions.update(id, { trial_end: 'now' });
  if (step.do === 'cancel-at-period-end') {
    await stripe.subscriptions.update(id, { cancel_at_period_end: true });
  }
  if (step.do === 'keep') await stripe.subscriptions.update(id, { cancel_at_period_end: false });
  if (step.do === 'cancel-at') {
    const { when, proration } = step;
    await stripe.subscriptions.update(id, { cancel_at: when, proration_behavior: proration });
  }
  if (step.do === 'cancel-now') {
    const { prorate, invoiceNow } = step;
    await stripe.subscriptions.cancel(id, { prorate, invoice_now: invoiceNow });
  }
  if (step.do === 'schedule') await schedule(scene, person, step);
  if (step.do === 'card') await shop.giveCard(customer, step.card);
  if (step.do === 'pay') {
    for (const invoice of await openInvoices(scene, person)) await stripe.invoices.pay(invoice.id);
  }
  if (step.do === 'authenticate') {
    for (const invoice of await openInvoices(scene, person)) await authenticate(scene, invoice);
  }
  if (step.do === 'coupon') {
    const { discounts } = await stripe.subscriptions.retrieve(id);
    const kept = discounts.map((discount) => ({ discount: idOf(discount) }));
    const more = await shop.discounts([step.coupon]);
    await stripe.subscriptions.update(id, { discounts: [...kept, ...more] });
  }
  if (step.do === 'uncoupon') await stripe.subscriptions.update(id, { discounts: '' });
}

async function change(
  { stripe, shop }: Scene,
  person: Person,
  step: Extract<Deed, { do: 'change' }>,
): Promise<void> {
  const itemOf = async ({ key, price, quantity, isRemoved }: ItemChange) => ({
    ...(person.items.has(key) ? { id: person.items.get(key) ?? '' } : {}),
    ...(price === undefined ? {} : { price: await shop.price(price) }),
    ...(quantity === undefined ? {} : { quantity }),
    ...(isRemoved === true ? { deleted: true } : {}),
  });
  const after = await stripe.subscriptions.update(person.subscription, {
    items: await Promise.all(step.items.map(itemOf)),
    proration_behavior: step.proration,
    ...(step.isAnchoredNow ? { billing_cycle_anchor: { type: 'now' as const } } : {}),
  });
  for (const { key, price } of step.items) {
    if (price === undefined || person.items.has(key)) continue;
    const wanted = await shop.price(price);
    const item = after.items.data.find((row) => row.price.id === wanted);
    person.items.set(key, item?.id ?? '');
  }
}

/** What it has now until the period ends, then the other plan, for one of its cycles. */
async function schedule(
  { stripe, shop }: Scene,
  { subscription }: Person,
  step: Extract<Deed, { do: 'schedule' }>,
): Promise<void> {
  const { id, phases } = await stripe.subscriptionSchedules.create({
    from_subscription: subscription,
  });
  const { discounts, default_tax_rates: rates } = await stripe.subscriptions.retrieve(subscription);
  const [now] = phases;
  const kept = {
    discounts: discounts.map((discount) => ({ discount: idOf(discount) })),
    default_tax_rates: (rates ?? []).map((rate) => rate.id),
  };
  const { price, quantity, proration } = step;
  await stripe.subscriptionSchedules.update(id, {
    end_behavior: 'release',
    phases: [
      {
        start_date: now?.start_date ?? 0,
        end_date: now?.end_date ?? 0,
        items: (now?.items ?? []).map((item) => ({
          price: idOf(item.price),
          quantity: item.quantity ?? 1,
        })),
        ...kept,
      },
      {
        items: [{ price: await shop.price(price), quantity }],
        proration_behavior: proration,
        duration: { interval: price.interval, interval_count: price.every },
        ...kept,
      },
    ],
  });
}

/** The card holder answers their bank, for a payment that it asked about. */
async function authenticate({ stripe, simulator }: Scene, invoice: Stripe.Invoice): Promise<void> {
  const { data } = await stripe.invoicePayments.list({ invoice: invoice.id });
  const intent = data[0]?.payment.payment_intent;
  if (intent === undefined) throw new Error('An open invoice has a payment.');
  const { id, status, customer } = await stripe.paymentIntents.retrieve(idOf(intent));
  if (status !== 'requires_action') {
    const person = await stripe.customers.retrieve(idOf(customer ?? ''));
    const method = 'deleted' in person ? null : person.invoice_settings.default_payment_method;
    await stripe.paymentIntents.confirm(id, { payment_method: idOf(method ?? '') });
  }
  const { client_secret: secret } = await stripe.paymentIntents.retrieve(id);
  await answerBank(simulator, secret ?? undefined, 'success');
}

/** Oldest first. */
async function openInvoices({ stripe }: Scene, { customer }: Person): Promise<Stripe.Invoice[]> {
  const list = stripe.invoices.list({ customer, status: 'open', limit: 100 });
  return (await list.autoPagingToArray({ limit: 1000 })).toReversed();
}

function idOf(value: string | { id: string }): string {
  return typeof value === 'string' ? value : value.id;
}
