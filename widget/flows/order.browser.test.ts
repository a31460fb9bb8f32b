import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BillingPortal } from '../element.ts';
import { FakePortal } from '../testing/fake-portal.ts';
import { PREVIEW } from '../testing/preview.ts';
import { SCENES } from '../testing/scenes.ts';
import { stubStripe } from '../testing/fake-stripe.ts';
import { button, mount, query, shows, textOf } from '../testing/mount.ts';

beforeEach(() => {
  document.documentElement.lang = 'en';
});

afterEach(() => {
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

async function review(portal: BillingPortal): Promise<void> {
  button(portal, 'Change plan').click();
  await shows(portal, 'How often you pay');
  query<HTMLInputElement>(portal, '[value="price_team_month"]').click();
  await portal.updateComplete;
  button(portal, 'Review the change').click();
  await shows(portal, 'Due now');
}

const CHANGE = 'POST /v1/subscriptions/:id/change';

describe('changing the plan', () => {
  it('names every line and the amount before anything happens', async () => {
    const { portal, server } = await mount();
    await review(portal);
    const text = textOf(portal);
    for (const words of ['Pro: unused time', '-$19.48', 'Team × 5: remaining time', '$34.00'])
      expect(text).toContain(words);
    expect(text).toContain('$60.00 on December 3, 2026');
    expect(server.callsOf(CHANGE)).toHaveLength(0);
    button(portal, 'Pay $14.52 now').click();
    await shows(portal, 'Your plan is changed.');
    expect(server.callsOf(CHANGE)[0]?.body).toEqual({ previewToken: 'preview-1' });
  });

  it('charges no other amount than the one that was shown', async () => {
    const { portal, server } = await mount();
    await review(portal);
    server.failNext(CHANGE, 'amount-changed');
    server.preview = { ...PREVIEW, dueNow: 1500 };
    button(portal, 'Pay $14.52 now').click();
    await shows(portal, 'The amount has changed since you last saw it.');
    expect(server.callsOf(CHANGE)).toHaveLength(1);
    button(portal, 'Pay $15.00 now').click();
    await shows(portal, 'Your plan is changed.');
    expect(server.callsOf(CHANGE)[1]?.body).toEqual({ previewToken: 'preview-2' });
  });

  it('renews a preview that only grew old', async () => {
    const { portal, server } = await mount();
    await review(portal);
    server.failNext(CHANGE, 'preview-expired');
    button(portal, 'Pay $14.52 now').click();
    await shows(portal, 'Your plan is changed.');
    expect(server.callsOf(CHANGE)).toHaveLength(2);
  });

  it('says at the field what is wrong with a code, and goes on without it', async () => {
    const { portal, server } = await mount();
    await review(portal);
    button(portal, 'Add promotion code').click();
    await portal.updateComplete;
    const field = query<HTMLInputElement>(portal, '#code');
    field.value = 'NOPE';
    field.dispatchEvent(new Event('input'));
    server.failNext('POST /v1/subscriptions/:id/preview', 'promotion-code-invalid');
    button(portal, 'Apply').click();
    await shows(portal, 'This code cannot be used here.');
    expect(query(portal, '#code').getAttribute('aria-invalid')).toBe('true');
    const bodies = server.callsOf('POST /v1/subscriptions/:id/preview').map(({ body }) => body);
    expect(bodies[1]).toMatchObject({ promotionCode: 'NOPE' });
    expect(bodies[2]).not.toHaveProperty('promotionCode');
  });

  it('shows what was declined, and offers another payment method', async () => {
    const { portal, server } = await mount();
    await review(portal);
    server.failNext(CHANGE, { code: 'payment-failed', status: 402, reason: 'insufficient-funds' });
    button(portal, 'Pay $14.52 now').click();
    await shows(portal, 'not enough money on this card');
    expect(button(portal, 'Use another payment method')).toBeTruthy();
  });

  it('says when a change that costs nothing now takes effect', async () => {
    const server = new FakePortal();
    server.preview = {
      ...PREVIEW,
      dueNow: 0,
      effective: 'period-end',
      effectiveAt: PREVIEW.next?.date ?? 0,
    };
    const { portal } = await mount(server);
    await review(portal);
    expect(button(portal, 'Switch on December 3, 2026')).toBeTruthy();
  });
});

describe('a change that needs more than a click', () => {
  it('takes a payment method first, then names the new one', async () => {
    stubStripe();
    const { portal, server } = await mount();
    await review(portal);
    server.failNext(CHANGE, 'payment-method-required');
    button(portal, 'Pay $14.52 now').click();
    await vi.waitFor(() =>
      expect(button(portal, 'Save payment method').ariaDisabled).not.toBe('true'),
    );
    button(portal, 'Save payment method').click();
    await shows(portal, 'Visa •••• 1881 will be charged.');
    expect(server.callsOf(CHANGE)).toHaveLength(1);
  });

  it('is done only when the bank has confirmed and the server shows it', async () => {
    stubStripe();
    const server = new FakePortal(SCENES.canceled);
    server.wantsAction = true;
    const { portal } = await mount(server);
    button(portal, 'Resubscribe').click();
    await shows(portal, 'Due now');
    button(portal, 'Pay $14.52 now').click();
    await shows(portal, 'Welcome back. Your plan is active.');
    expect(server.callsOf('GET /v1/overview')).not.toHaveLength(0);
  });

  it('drops a change that the bank did not confirm', async () => {
    stubStripe().nextAction = { error: { type: 'card_error', message: 'Your bank said no.' } };
    const server = new FakePortal();
    server.wantsAction = true;
    const { portal } = await mount(server);
    await review(portal);
    button(portal, 'Pay $14.52 now').click();
    await shows(portal, 'Your bank said no.');
    const [dropped] = server.callsOf('DELETE /v1/subscriptions/:id/pending-change');
    expect(dropped).toMatchObject({ id: 'sub_1', intent: expect.any(String) });
  });

  it('says that nothing was paid where the bank was not satisfied', async () => {
    const stripe = stubStripe();
    stripe.nextAction = { error: { type: 'card_error', message: 'Your bank said no.' } };
    const server = new FakePortal(SCENES.canceled);
    server.wantsAction = true;
    const { portal, events } = await mount(server);
    button(portal, 'Resubscribe').click();
    await shows(portal, 'Due now');
    button(portal, 'Pay $14.52 now').click();
    await shows(portal, 'Your bank said no.');
    expect(events).not.toContain('billing-change');
  });
});

describe('subscribing again', () => {
  it('reviews the same plan first', async () => {
    const { portal, server, events } = await mount(new FakePortal(SCENES.canceled));
    button(portal, 'Resubscribe').click();
    await shows(portal, 'Due now');
    button(portal, 'Pay $14.52 now').click();
    await shows(portal, 'Welcome back. Your plan is active.');
    expect(server.callsOf('POST /v1/subscriptions/:id/resubscribe')).toHaveLength(1);
    expect(events).toContain('billing-change');
  });
});

describe('paying an invoice', () => {
  it('names amount and card, then pays exactly that invoice', async () => {
    const { portal, server } = await mount(new FakePortal(SCENES.pastDue));
    button(portal, 'Pay now').click();
    await shows(portal, 'Pay $29.00 now');
    button(portal, 'Pay $29.00 now').click();
    await shows(portal, '$29.00 paid. Thank you.');
    const [call] = server.callsOf('POST /v1/invoices/:id/pay');
    expect(call).toMatchObject({ id: 'in_open', body: { paymentMethodId: 'pm_visa' } });
  });
});
