import { describe, expect, it } from 'vitest';
import { setReceiver } from '../testing/receiver.ts';

async function open() {
  const stage = await setReceiver(['*'], { control: true });
  const ask = async (path: string, body: object = {}) => {
    const answer = await stage.simulator.fetch(
      new Request(`http://stripe.test/_control/webhooks${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    );
    return { status: answer.status, body: await answer.json() };
  };
  return { ...stage, ask };
}

describe('the control of webhooks', () => {
  it('disturbs deliveries, calms them, and waits for them', async () => {
    const { ask, stripe, types } = await open();
    const disturbed = await ask('/disturb', {
      drop: 1,
      duplicate: { next: 1 },
      reorder: { count: 4, order: 'reversed' },
    });
    expect(disturbed).toEqual({ status: 200, body: {} });
    await stripe.customers.create({});
    await stripe.products.create({ name: 'One' });
    await stripe.coupons.create({ percent_off: 5, duration: 'once' });
    await ask('/settle');
    expect(types()).toEqual([]);
    await ask('/calm');
    await ask('/settle');
    expect(types()).toEqual(['coupon.created', 'product.created', 'product.created']);
  });

  it('triggers, sends again, and shows every delivery', async () => {
    const { ask, simulator, stripe, endpoint } = await open();
    const { id } = await stripe.customers.create({});
    const triggered = await ask('/trigger', { type: 'customer.updated', object: id });
    expect(triggered.body).toMatchObject({ type: 'customer.updated', data: { object: { id } } });
    const { id: event } = triggered.body as { id: string };
    expect((await ask('/resend', { event, endpoint: endpoint.id })).status).toBe(200);
    await ask('/settle');
    const shown = await simulator.fetch(new Request('http://stripe.test/_control/webhooks'));
    expect(await shown.json()).toMatchObject({
      deliveries: [
        { type: 'customer.created', status: 200, attempt: 1 },
        { event, status: 200 },
        { event, status: 200 },
      ],
    });
  });

  it('gives an endpoint a second secret', async () => {
    const { ask, endpoint } = await open();
    const { body } = await ask(`/${endpoint.id}/secret`);
    expect(body).toEqual({ secret: expect.stringMatching(/^whsec_/) });
  });

  it.each<[string, object, number]>([
    ['/disturb', { drop: -1 }, 400],
    ['/disturb', { lose: 1 }, 400],
    ['/resend', { event: 'evt_none', endpoint: 'we_none' }, 404],
    ['/trigger', { type: 'customer.updated', object: 'cus_none' }, 404],
    ['/trigger', { type: 'customer.vanished', object: 'cus_none' }, 400],
    ['/we_none/secret', {}, 404],
  ])('refuses %s %j', async (path, body, status) => {
    const { ask } = await open();
    expect(await ask(path, body)).toMatchObject({ status, body: { error: {} } });
  });
});
