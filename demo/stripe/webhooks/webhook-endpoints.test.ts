import { describe, expect, it } from 'vitest';
import { setReceiver } from '../testing/receiver.ts';

describe('/v1/webhook_endpoints', () => {
  it('shows the secret at the creation and never again', async () => {
    const { stripe, endpoint } = await setReceiver();
    expect(endpoint.secret).toMatch(/^whsec_\w{32}$/);
    expect(endpoint).toMatchObject({ status: 'enabled', api_version: null, metadata: {} });
    expect(await stripe.webhookEndpoints.retrieve(endpoint.id)).not.toHaveProperty('secret');
    const updated = await stripe.webhookEndpoints.update(endpoint.id, {
      url: 'http://127.0.0.1:4242/hooks',
      enabled_events: ['invoice.paid'],
      description: 'mine',
      metadata: { a: 'b' },
    });
    expect(updated).toMatchObject({
      url: 'http://127.0.0.1:4242/hooks',
      enabled_events: ['invoice.paid'],
      description: 'mine',
      metadata: { a: 'b' },
    });
    expect((await stripe.webhookEndpoints.list()).data).toEqual([updated]);
    expect(await stripe.webhookEndpoints.del(endpoint.id)).toMatchObject({ deleted: true });
    await expect(stripe.webhookEndpoints.retrieve(endpoint.id)).rejects.toMatchObject({
      statusCode: 404,
    });
  });

  it.each<[string, object]>([
    ['an unknown type', { enabled_events: ['invoice.gone'] }],
    ['no type', { enabled_events: [] }],
    ['no address', { url: 'shop.example' }],
    ['another version', { api_version: '2026-09-30.endive' }],
  ])('refuses %s', async (_, params) => {
    const { stripe } = await setReceiver();
    const create = stripe.webhookEndpoints.create({
      url: 'https://shop.example',
      enabled_events: ['*'],
      ...params,
    });
    await expect(create).rejects.toMatchObject({ statusCode: 400 });
  });
});
