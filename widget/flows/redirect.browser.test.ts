import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakePortal } from '../testing/fake-portal.ts';
import { button, mount, query, shows } from '../testing/mount.ts';
import { returnUrl } from './redirect.ts';

const CONFIRM = 'POST /v1/payment-methods/confirm';
const before = location.href;

beforeEach(() => {
  document.documentElement.lang = 'en';
  const back = new URL(returnUrl(before));
  back.searchParams.set('setup_intent', 'seti_1');
  back.searchParams.set('redirect_status', 'succeeded');
  history.replaceState(history.state, '', back);
});

afterEach(() => {
  history.replaceState(history.state, '', before);
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

describe('coming back from a bank', () => {
  it('makes the new payment method the default, says so, and cleans the address', async () => {
    const { portal, server, events } = await mount();
    await shows(portal, 'Your payment method is saved.');
    expect(query(portal, '[role="status"]').textContent).toBe('Your payment method is saved.');
    expect(server.callsOf(CONFIRM).map(({ body }) => body)).toEqual([{ setupIntentId: 'seti_1' }]);
    expect(events).toContain('billing-change');
    expect(location.href).toBe(before);
  });

  it('tries again with the same intent where the answer got lost', async () => {
    const server = new FakePortal();
    server.failNext(CONFIRM, 'network', true);
    const { portal } = await mount(server);
    await shows(portal, 'Trying again is safe');
    expect(location.search).toContain('setup_intent=seti_1');
    button(portal, 'Try again').click();
    await shows(portal, 'Your payment method is saved.');
    const [first, second] = server.callsOf(CONFIRM);
    expect(second?.intent).toBe(first?.intent);
    expect(location.href).toBe(before);
  });

  it('asks for no payment form', async () => {
    const { portal, server } = await mount();
    await shows(portal, 'Your payment method is saved.');
    expect(server.callsOf('POST /v1/payment-methods/setup')).toHaveLength(0);
  });
});
