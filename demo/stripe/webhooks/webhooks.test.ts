import { describe, expect, it } from 'vitest';
import { setReceiver } from '../testing/receiver.ts';
import { START } from '../testing/stage.ts';

type Stage = Awaited<ReturnType<typeof setReceiver>>;

async function makeCustomers({ stripe, simulator }: Stage, ...names: string[]): Promise<void> {
  for (const name of names) await stripe.customers.create({ name });
  await simulator.settled();
}

function namesIn({ received }: Stage): unknown[] {
  return received.map(({ event }) => 'name' in event.data.object && event.data.object.name);
}

describe('the webhooks of a simulator', () => {
  it('bring some events twice', async () => {
    const stage = await setReceiver();
    stage.simulator.webhooks.duplicate({ next: 1 });
    await makeCustomers(stage, 'a', 'b');
    stage.simulator.webhooks.duplicate({ every: 2 });
    await makeCustomers(stage, 'c', 'd', 'e', 'f');
    expect(namesIn(stage)).toEqual(['a', 'a', 'b', 'c', 'd', 'd', 'e', 'f', 'f']);
    expect((await stage.stripe.events.list({ delivery_success: false })).data).toEqual([]);
  });

  it('bring some in another order, the same for the same seed', async () => {
    const stage = await setReceiver();
    stage.simulator.webhooks.reorder({ count: 3, order: 'reversed' });
    await makeCustomers(stage, 'a', 'b');
    expect(namesIn(stage)).toEqual([]);
    await makeCustomers(stage, 'c', 'd');
    expect(namesIn(stage)).toEqual(['c', 'b', 'a', 'd']);
    const shuffled = async () => {
      const other = await setReceiver();
      other.simulator.webhooks.reorder({ count: 5, order: 'shuffled', seed: 7 });
      await makeCustomers(other, 'a', 'b', 'c', 'd', 'e');
      return namesIn(other);
    };
    const first = await shuffled();
    expect(first).not.toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(await shuffled()).toEqual(first);
  });

  it('let go of what they hold back', async () => {
    const stage = await setReceiver();
    stage.simulator.webhooks.reorder({ count: 9, order: 'reversed' });
    await makeCustomers(stage, 'a', 'b');
    stage.simulator.webhooks.calm();
    await makeCustomers(stage, 'c');
    expect(namesIn(stage)).toEqual(['b', 'a', 'c']);
  });

  it('lose some for good', async () => {
    const stage = await setReceiver();
    stage.simulator.webhooks.drop(1);
    await makeCustomers(stage, 'a', 'b');
    stage.simulator.advanceTo(START + 86_400);
    await stage.simulator.settled();
    expect(namesIn(stage)).toEqual(['b']);
  });

  it('bring them late, as simulated time goes', async () => {
    const stage = await setReceiver();
    stage.simulator.webhooks.delay(60);
    await makeCustomers(stage, 'a');
    expect(namesIn(stage)).toEqual([]);
    stage.simulator.advanceTo(START + 60);
    await stage.simulator.settled();
    expect(namesIn(stage)).toEqual(['a']);
  });

  it('send an event again when asked to', async () => {
    const stage = await setReceiver();
    await makeCustomers(stage, 'a');
    const id = stage.received[0]?.event.id ?? '';
    stage.simulator.webhooks.resend(id, stage.endpoint.id);
    await stage.simulator.settled();
    expect(stage.received.map(({ event }) => event.id)).toEqual([id, id]);
    expect(() => stage.simulator.webhooks.resend('evt_none', stage.endpoint.id)).toThrow(/No such/);
  });

  it('tell of what nothing here can cause, with an object that fits', async () => {
    const stage = await setReceiver();
    const { id } = await stage.stripe.customers.create({});
    const summary = stage.simulator.webhooks.trigger(
      'entitlements.active_entitlement_summary.updated',
      id,
    );
    expect(summary.data.object).toMatchObject({ customer: id });
    await stage.simulator.settled();
    expect(stage.types()).toContain('entitlements.active_entitlement_summary.updated');
    expect(() => stage.simulator.webhooks.trigger('invoice.overdue', id)).toThrow(
      /No such invoice/,
    );
    expect(() => stage.simulator.webhooks.trigger('customer.gone', id)).toThrow(/no event/);
  });

  it('forget everything on a reset', async () => {
    const stage = await setReceiver();
    stage.simulator.webhooks.delay(60);
    await makeCustomers(stage, 'a');
    stage.simulator.reset();
    stage.simulator.advanceTo(START + 120);
    await stage.simulator.settled();
    expect(stage.received).toEqual([]);
    expect((await stage.stripe.events.list()).data).toEqual([]);
  });
});
