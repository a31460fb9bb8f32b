import { describe, expect, it } from 'vitest';
import { setInstances, type Instances } from '../../testing/instances.ts';
import { openSmallShop, type SmallShop } from '../../testing/small-shop.ts';

async function set(): Promise<Instances & { shop: SmallShop }> {
  const instances = await setInstances({
    count: 2,
    environment: { PORTICO_CACHE_SECONDS: '9999' },
  });
  const shop = await openSmallShop(instances.stripe, 2);
  await instances.simulator.settled();
  return { ...instances, shop };
}

/** Both instances show what one shows that has only just been started. */
async function expectTruth({ shop, view, truth }: Awaited<ReturnType<typeof set>>): Promise<void> {
  for (const { id } of shop.customers) {
    const fresh = await truth(id);
    expect(await view(0, id)).toEqual(fresh);
    expect(await view(1, id)).toEqual(fresh);
  }
}

describe('T69 events repeated, out of order, days late, at two servers', () => {
  it('leave what Stripe says, and cause nothing', async () => {
    const all = await set();
    const { simulator, stripe, shop } = all;
    await expectTruth(all);
    simulator.ledger.forget();
    const resend: string[] = [];
    simulator.webhooks.reorder({ count: 4, order: 'reversed' });
    for (const { id, subscription } of shop.customers) {
      await stripe.customers.update(id, { name: 'Ada Lovelace' });
      await stripe.subscriptions.update(subscription, { cancel_at_period_end: true });
    }
    simulator.webhooks.release();
    const effects = simulator.ledger.entries().length;
    await simulator.settled();
    await expectTruth(all);
    for (const { event } of simulator.webhooks.attempts()) resend.push(event);
    const [endpoint] = (await stripe.webhookEndpoints.list()).data;
    for (let time = 0; time < 5; time += 1) {
      for (const event of resend.toReversed()) simulator.webhooks.resend(event, endpoint?.id ?? '');
      await simulator.settled();
    }
    await expectTruth(all);
    expect(simulator.ledger.entries()).toHaveLength(effects);
    expect(simulator.webhooks.attempts().every(({ status }) => status === 200)).toBe(true);
  });

  it('that come three days late change nothing back', async () => {
    const all = await set();
    const { simulator, stripe, shop } = all;
    simulator.webhooks.delay(3 * 86_400);
    await stripe.products.update(shop.product, { name: 'Old name' });
    simulator.webhooks.delay(0);
    await stripe.products.update(shop.product, { name: 'New name' });
    await simulator.settled();
    await expectTruth(all);
    simulator.advanceTo(simulator.now() + 3 * 86_400);
    await simulator.settled();
    await expectTruth(all);
    const id = shop.customers[0]?.id ?? '';
    expect(JSON.stringify(await all.view(0, id))).toContain('New name');
  });
});
