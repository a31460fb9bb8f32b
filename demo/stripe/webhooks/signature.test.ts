import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { setReceiver } from '../testing/receiver.ts';
import { START } from '../testing/stage.ts';

async function deliverOne() {
  const stage = await setReceiver();
  await stage.stripe.customers.create({ name: 'Zoë' });
  await stage.simulator.settled();
  const [delivery] = stage.received;
  if (delivery === undefined) throw new Error('Nothing was delivered.');
  return { ...stage, delivery };
}

describe('Stripe-Signature', () => {
  it('is accepted by the official SDK at the simulated time, and not later', async () => {
    const { stripe, endpoint, delivery } = await deliverOne();
    const verify = (at: number) =>
      stripe.webhooks.constructEventAsync(
        delivery.body,
        delivery.signature,
        endpoint.secret ?? '',
        300,
        undefined,
        at * 1000,
      );
    expect((await verify(START)).id).toBe(delivery.event.id);
    await expect(verify(START + 301)).rejects.toThrow(/tolerance/);
  });

  it('is what openssl computes', async () => {
    const { endpoint, delivery } = await deliverOne();
    const output = execFileSync(
      'openssl',
      ['dgst', '-sha256', '-mac', 'HMAC', '-macopt', `key:${endpoint.secret}`],
      { input: `${START}.${delivery.body}`, encoding: 'utf8' },
    );
    const digest = /[\da-f]{64}/.exec(output)?.[0];
    expect(delivery.signature).toBe(`t=${START},v1=${digest}`);
  });

  it('has a proof for each secret while one is being replaced', async () => {
    const { simulator, stripe, endpoint, received } = await setReceiver();
    const second = simulator.webhooks.addSecret(endpoint.id);
    await stripe.customers.create({});
    await simulator.settled();
    const { body, signature } = received[0] ?? { body: '', signature: '' };
    expect(signature.match(/v1=/g)).toHaveLength(2);
    for (const secret of [endpoint.secret ?? '', second]) {
      const event = await stripe.webhooks.constructEventAsync(
        body,
        signature,
        secret,
        300,
        undefined,
        START * 1000,
      );
      expect(event.type).toBe('customer.created');
    }
  });
});
