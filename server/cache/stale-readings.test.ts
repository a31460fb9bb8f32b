import { describe, expect, it, vi } from 'vitest';
import { setInstances } from '../testing/instances.ts';
import { openSmallShop } from '../testing/small-shop.ts';

async function set() {
  const all = await setInstances({ count: 2, environment: { PORTICO_CACHE_SECONDS: '9999' } });
  const { customers, product } = await openSmallShop(all.stripe, 1);
  await all.simulator.settled();
  const { id = '', subscription = '' } = customers[0] ?? {};
  const { faults } = all.simulator;
  /** Stripe has answered a reading, but its answer is still on its way. */
  const holdAnswer = (path: string): void => {
    faults.queue.add({
      match: { method: 'GET', path },
      when: 'after',
      fault: { kind: 'hang' },
    });
  };
  const isHeld = () => vi.waitFor(() => expect(faults.waits.count).toBe(1));
  return { ...all, id, subscription, product, holdAnswer, isHeld, faults };
}

describe('a reading that began before a change and ends after it', () => {
  it('is not kept, at the instance that heard the news or at the other', async () => {
    const { stripe, simulator, view, id, subscription, ...stage } = await set();
    stage.holdAnswer('/v1/subscriptions');
    const slow = view(0, id);
    await stage.isHeld();
    await stripe.subscriptions.update(subscription, { cancel_at_period_end: true });
    await simulator.settled();
    stage.faults.waits.release();
    expect((await slow).subscriptions[0]?.cancelAt).toBeNull();
    for (const instance of [0, 1]) {
      expect((await view(instance, id)).subscriptions[0]?.cancelAt).not.toBeNull();
    }
  });

  it('does not hold up whoever asks after the news', async () => {
    const { stripe, simulator, view, id, ...stage } = await set();
    stage.holdAnswer(`/v1/customers/${id}`);
    const slow = view(0, id);
    await stage.isHeld();
    await stripe.customers.update(id, { name: 'Ada Lovelace' });
    await simulator.settled();
    expect((await view(0, id)).customer.name).toBe('Ada Lovelace');
    stage.faults.waits.release();
    await slow;
    expect((await view(0, id)).customer.name).toBe('Ada Lovelace');
  });

  it('of the catalogue is not kept either', async () => {
    const { stripe, simulator, view, id, product, ...stage } = await set();
    stage.holdAnswer('/v1/products');
    const slow = view(0, id);
    await stage.isHeld();
    await stripe.products.update(product, { name: 'New name' });
    await simulator.settled();
    stage.faults.waits.release();
    await slow;
    expect(JSON.stringify(await view(0, id))).toContain('New name');
  });
});
