import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { FakePortal } from './testing/fake-portal.ts';
import { SETTINGS } from './testing/fixtures.ts';
import { SCENES } from './testing/scenes.ts';
import { button, mount, query, shows, textOf } from './testing/mount.ts';

afterEach(() => {
  document.body.replaceChildren();
  document.documentElement.removeAttribute('lang');
  vi.unstubAllGlobals();
});

describe('billing-portal', () => {
  it('shows plan, next charge, card and invoices after one call', async () => {
    const { portal, server, events } = await mount();
    const text = textOf(portal);
    for (const words of ['Pro', '$29.00 on December 3, 2026', 'Visa •••• 4242', 'ACME-0001'])
      expect(text).toContain(words);
    expect(server.calls).toHaveLength(1);
    expect(events).toEqual(['billing-ready']);
  });

  it('can be moved in the page without asking the server again', async () => {
    const { portal, server } = await mount();
    button(portal, 'Cancel subscription').click();
    await shows(portal, 'Cancel Pro?');
    const elsewhere = document.createElement('div');
    document.body.append(elsewhere);
    elsewhere.append(portal);
    await portal.updateComplete;
    expect(textOf(portal)).toContain('Cancel Pro?');
    expect(server.calls).toHaveLength(1);
  });

  it('cancels with the keyboard alone, in two activations', async () => {
    const { portal, server, events } = await mount();
    button(portal, 'Cancel subscription').focus();
    await userEvent.keyboard('{Enter}');
    await shows(portal, 'Cancel Pro?');
    expect(portal.shadowRoot?.activeElement?.textContent).toContain('Cancel Pro?');
    // Past the eight reasons (one radio group) and the comment.
    await userEvent.keyboard('{Tab}{Tab}{Tab}{Enter}');
    await shows(portal, 'Your subscription is canceled');
    expect(server.callsOf('POST /v1/subscriptions/:id/cancel')).toHaveLength(1);
    expect(events).toContain('billing-change');
  });

  it('gives the focus back to the button that a flow was started with', async () => {
    const { portal } = await mount();
    button(portal, 'Add promotion code').click();
    await shows(portal, 'Apply');
    expect(portal.shadowRoot?.activeElement?.id).toBe('code');
    button(portal, 'Back').click();
    await portal.updateComplete;
    expect(portal.shadowRoot?.activeElement?.textContent?.trim()).toBe('Add promotion code');
  });

  it('sends once however often the button is clicked', async () => {
    const { portal, server } = await mount();
    const release = server.hold('POST /v1/subscriptions/:id/cancel');
    button(portal, 'Cancel subscription').click();
    await shows(portal, 'Cancel Pro?');
    const confirm = query<HTMLButtonElement>(portal, '.button.danger');
    confirm.click();
    confirm.click();
    await portal.updateComplete;
    confirm.click();
    expect(confirm.getAttribute('aria-disabled')).toBe('true');
    release();
    await shows(portal, 'Your subscription is canceled');
    expect(server.callsOf('POST /v1/subscriptions/:id/cancel')).toHaveLength(1);
  });

  it('stops where the page prevents it', async () => {
    const { portal, server } = await mount();
    portal.addEventListener('billing-before-cancel', (event) => event.preventDefault());
    button(portal, 'Cancel subscription').click();
    await shows(portal, 'Cancel Pro?');
    query<HTMLButtonElement>(portal, '.button.danger').click();
    await portal.updateComplete;
    expect(server.callsOf('POST /v1/subscriptions/:id/cancel')).toHaveLength(0);
    expect(textOf(portal)).toContain('Cancel Pro?');
  });

  it('tries again with the same intent after the answer got lost', async () => {
    const { portal, server, events } = await mount();
    server.failNext('POST /v1/subscriptions/:id/cancel', 'network', true);
    button(portal, 'Cancel subscription').click();
    await shows(portal, 'Cancel Pro?');
    query<HTMLButtonElement>(portal, '.button.danger').click();
    await shows(portal, 'We do not know yet whether it went through');
    expect(events).toContain('billing-error');
    button(portal, 'Try again').click();
    await shows(portal, 'Your subscription is canceled');
    const [first, second] = server.callsOf('POST /v1/subscriptions/:id/cancel');
    expect(first?.intent).toBeTruthy();
    expect(second?.intent).toBe(first?.intent);
  });

  it('says what to quote when the server fails, and that nothing was charged', async () => {
    const server = new FakePortal();
    server.failNext('POST /v1/sessions', 'internal');
    const { portal } = await mount(server);
    expect(textOf(portal)).toContain('Nothing was charged. Reference: req_fake_1');
    button(portal, 'Try again').click();
    await shows(portal, '$29.00 on December 3, 2026');
  });

  it('keeps the screen of the same customer through a new sign-in', async () => {
    const { portal, server, events } = await mount();
    button(portal, 'Cancel subscription').click();
    await shows(portal, 'Cancel Pro?');
    query<HTMLTextAreaElement>(portal, 'textarea').value = 'Bye';
    query(portal, 'textarea').dispatchEvent(new Event('input'));
    server.expireSession();
    server.failNext('POST /v1/sessions', 'invalid-identity');
    query<HTMLButtonElement>(portal, '.button.danger').click();
    await shows(portal, 'Your session has ended');
    expect(events).toContain('billing-auth-required');
    portal.hash = 'fresh';
    await shows(portal, 'Cancel Pro?');
    expect(query<HTMLTextAreaElement>(portal, 'textarea').value).toBe('Bye');
  });

  it('takes a fresh hash without losing the screen', async () => {
    const { portal, server } = await mount();
    button(portal, 'Cancel subscription').click();
    await shows(portal, 'Cancel Pro?');
    portal.hash = 'fresh';
    await portal.updateComplete;
    expect(textOf(portal)).toContain('Cancel Pro?');
    server.expireSession();
    query<HTMLButtonElement>(portal, '.button.danger').click();
    await shows(portal, 'Your subscription is canceled');
    expect(server.callsOf('POST /v1/sessions')[1]?.body).toMatchObject({ hash: 'fresh' });
  });

  it('tells the site owner which attribute is missing', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const { portal, server } = await mount(new FakePortal(), { hash: '' });
    await shows(portal, 'add the attribute hash to <billing-portal>');
    expect(server.calls).toHaveLength(0);
  });

  it('runs from right to left in Arabic, and says so', async () => {
    document.documentElement.lang = 'ar';
    const { portal } = await mount();
    const root = query(portal, '.portal');
    expect(root.dir).toBe('rtl');
    expect(root.lang).toBe('ar');
  });

  it("uses the site owner's own words", async () => {
    const texts = { en: { 'overview.title': 'Membership' } };
    const { portal } = await mount(new FakePortal(SCENES.active, { ...SETTINGS, texts }));
    expect(textOf(portal)).toContain('Membership');
  });

  it('shows more invoices and says how many', async () => {
    const { portal } = await mount();
    button(portal, 'Load more').click();
    await shows(portal, 'ACME-0005');
    expect(query(portal, '[role="status"]').textContent).toBe('2 more invoices loaded.');
    expect(textOf(portal)).not.toContain('Load more');
  });

  it('keeps the invoices that were loaded through a change, and reads them anew', async () => {
    const { portal, server } = await mount();
    button(portal, 'Load more').click();
    await shows(portal, 'ACME-0005');
    button(portal, 'Cancel subscription').click();
    await shows(portal, 'Cancel Pro?');
    query<HTMLButtonElement>(portal, '.button.danger').click();
    await shows(portal, 'Your subscription is canceled');
    await vi.waitFor(() => expect(server.callsOf('GET /v1/invoices')).toHaveLength(2));
    button(portal, 'Back to billing').click();
    await shows(portal, 'ACME-0005');
  });

  it('says so where no more invoices can be had, and tries again', async () => {
    const { portal, server } = await mount();
    server.failNext('GET /v1/invoices', 'stripe-unavailable');
    button(portal, 'Load more').click();
    await shows(portal, 'The payment service cannot be reached right now. Nothing was charged.');
    button(portal, 'Try again').click();
    await shows(portal, 'All invoices are shown.');
    expect(portal.shadowRoot?.activeElement?.textContent).toContain('All invoices are shown.');
  });

  it('has both live regions before anything is said', async () => {
    const { portal } = await mount();
    expect(query(portal, '[role="status"]').textContent).toBe('');
    expect(query(portal, '[role="alert"]').textContent).toBe('');
  });

  it.each(Object.entries(SCENES))('fits into 320 px: %s', async (_name, scene) => {
    document.body.style.width = '320px';
    const { portal } = await mount(new FakePortal(scene));
    expect(portal.scrollWidth).toBeLessThanOrEqual(320);
    document.body.style.width = '';
  });

  it('keeps its width in a flex row', async () => {
    const { portal } = await mount();
    const row = document.createElement('div');
    row.style.display = 'flex';
    document.body.append(row);
    row.append(portal);
    expect(portal.getBoundingClientRect().width).toBeGreaterThan(200);
  });
});
