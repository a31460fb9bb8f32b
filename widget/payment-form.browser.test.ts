import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { returnUrl } from './flows/redirect.ts';
import { installFakeStripe } from './payment-form.fake.ts';
import {
  handleNextAction,
  mountPaymentForm,
  type PaymentForm,
  type PaymentFormOptions,
} from './payment-form.ts';
import { StripeUnavailableError } from './stripe-js.ts';

/** The part of `<billing-portal>` that matters here. */
function addPortal(parent: Node): HTMLElement {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  root.innerHTML = '<section style="width: 400px"><slot name="payment"></slot></section>';
  parent.appendChild(host);
  return host;
}

/** Somebody else's component around ours: its own shadow root, closed to all others. */
function addComponent(parent: Node): { host: HTMLElement; root: ShadowRoot } {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  root.innerHTML = '<header>Account</header><slot name="footer"></slot>';
  parent.appendChild(host);
  return { host, root };
}

function frameIn(host: HTMLElement): HTMLIFrameElement {
  const slot = host.shadowRoot?.querySelector('slot');
  const [node] = slot?.assignedElements({ flatten: true }) ?? [];
  const frame = node?.querySelector('iframe');
  if (!frame) throw new Error('No frame is shown in the slot.');
  return frame;
}

const fake = installFakeStripe();
let keys = 0;
const open: PaymentForm[] = [];

beforeEach(() => {
  fake.reset();
  keys += 1;
});

afterEach(() => {
  for (const form of open.splice(0)) form.destroy();
  document.body.replaceChildren();
});

async function mount(given: Partial<PaymentFormOptions> = {}): Promise<PaymentForm> {
  const form = await mountPaymentForm({
    host: given.host ?? addPortal(document.body),
    publishableKey: `pk_test_${keys}`,
    clientSecret: 'seti_1_secret_2',
    locale: 'de-AT',
    direction: 'ltr',
    appearance: { theme: 'stripe', variables: { colorPrimary: '#123456' } },
    fallbackMessage: 'Das hat nicht geklappt.',
    ...given,
  });
  open.push(form);
  return form;
}

describe('mountPaymentForm', () => {
  it('shows the form in the slot of the element, from a node of the page', async () => {
    const host = addPortal(document.body);
    const form = await mount({ host });
    await form.ready;
    const frame = frameIn(host);
    expect(frame.getRootNode()).toBe(document);
    expect(frame.parentElement?.parentElement).toBe(host);
    expect(frame.getBoundingClientRect().width).toBeGreaterThan(0);
  });

  it('shows it there through two shadow roots of other components', async () => {
    const outer = addComponent(document.body);
    const inner = addComponent(outer.root);
    const host = addPortal(inner.root);
    const form = await mount({ host });
    await form.ready;

    const frame = frameIn(host);
    expect(frame.getRootNode()).toBe(document);
    expect(frame.parentElement?.parentElement).toBe(outer.host);
    const place = host.shadowRoot?.querySelector('section')?.getBoundingClientRect();
    const shown = frame.getBoundingClientRect();
    expect(shown.height).toBeGreaterThan(0);
    expect(shown.top).toBeGreaterThanOrEqual(place?.top ?? Infinity);
    expect(shown.bottom).toBeLessThanOrEqual(place?.bottom ?? -Infinity);
    expect(document.elementFromPoint(shown.left + 5, shown.top + 5)).toBe(frame);

    const input = frame.contentDocument?.querySelector('input');
    input?.focus();
    expect(document.activeElement).toBe(frame);
    expect(frame.contentDocument?.activeElement).toBe(input);
  });

  it('keeps two portals in one component apart', async () => {
    const { root } = addComponent(document.body);
    const [first, second] = [addPortal(root), addPortal(root)];
    await mount({ host: first });
    await mount({ host: second });
    expect(frameIn(first)).not.toBe(frameIn(second));
  });

  it('asks Stripe for the language, the direction and the colours', async () => {
    const host = addPortal(document.body);
    await mount({ host, locale: 'ar-EG', direction: 'rtl' });
    expect(fake.instances).toEqual([{ key: `pk_test_${keys}`, locale: 'ar' }]);
    expect(fake.groups).toEqual([
      {
        clientSecret: 'seti_1_secret_2',
        locale: 'ar',
        appearance: { theme: 'stripe', variables: { colorPrimary: '#123456' } },
      },
    ]);
    expect(getComputedStyle(frameIn(host)).direction).toBe('rtl');
  });

  it('takes on other colours', async () => {
    const form = await mount();
    const appearance = { theme: 'night', variables: {} } as const;
    form.update(appearance);
    expect(fake.updates).toEqual([{ appearance }]);
  });

  it('uses one Stripe per publishable key', async () => {
    (await mount()).destroy();
    await mount();
    expect(fake.instances).toHaveLength(1);
    expect(fake.groups).toHaveLength(2);
  });

  it('leaves nothing behind, however often it is taken down', async () => {
    const { host: outer, root } = addComponent(document.body);
    const host = addPortal(root);
    const form = await mount({ host });
    form.destroy();
    form.destroy();
    expect(host.childElementCount).toBe(0);
    expect(outer.childElementCount).toBe(0);
  });

  it('can be opened again after it was taken down', async () => {
    const host = addPortal(document.body);
    (await mount({ host })).destroy();
    await (
      await mount({ host })
    ).ready;
    expect(frameIn(host).isConnected).toBe(true);
  });

  it('does not mount into an element that has left the page meanwhile', async () => {
    const host = addPortal(document.body);
    const mounting = mount({ host });
    host.remove();
    await expect(mounting).rejects.toThrow('left the page');
  });

  it('says so when the fields do not come up', async () => {
    fake.loadError = { type: 'api_error', message: 'No such setupintent' };
    await expect((await mount()).ready).rejects.toBeInstanceOf(StripeUnavailableError);
  });
});

describe('PaymentForm.submit', () => {
  const succeeded = { setupIntent: { id: 'seti_1', status: 'succeeded' } } as const;

  it('hands back the intent, and leaves the page only where the method needs it', async () => {
    fake.answer = succeeded;
    const result = await (await mount()).submit();
    expect(result).toEqual({ status: 'succeeded', setupIntentId: 'seti_1' });
    const [asked] = fake.confirmed;
    expect(asked).toMatchObject({
      redirect: 'if_required',
      confirmParams: { return_url: returnUrl(location.href) },
    });
  });

  it('does not ask Stripe to save what the fields say is wrong', async () => {
    const message = 'Die Kartennummer ist unvollständig.';
    fake.invalid = { error: { type: 'validation_error', message } };
    expect(await (await mount()).submit()).toEqual({ status: 'failed', message });
    expect(fake.confirmed).toEqual([]);
  });

  it("tells the customer what the bank says, in Stripe's words", async () => {
    fake.answer = { error: { type: 'card_error', message: 'Ihre Karte wurde abgelehnt.' } };
    const result = await (await mount()).submit();
    expect(result).toEqual({ status: 'failed', message: 'Ihre Karte wurde abgelehnt.' });
  });

  it('does not show a message that was written for developers', async () => {
    const message = 'No such setupintent: seti_1';
    fake.answer = { error: { type: 'invalid_request_error', message } };
    const result = await (await mount()).submit();
    expect(result).toEqual({ status: 'failed', message: 'Das hat nicht geklappt.' });
  });

  it('shows what Stripe says when the bank did not confirm', async () => {
    const code = 'setup_intent_authentication_failure';
    const message = 'Wir konnten Ihre Zahlungsmethode nicht authentifizieren.';
    fake.answer = { error: { type: 'invalid_request_error', code, message } };
    expect(await (await mount()).submit()).toEqual({ status: 'failed', message });
  });

  it('counts an intent that is already through as a success', async () => {
    const intent = { id: 'seti_1', status: 'succeeded' } as const;
    fake.answer = { error: { type: 'invalid_request_error', setup_intent: intent } };
    const result = await (await mount()).submit();
    expect(result).toEqual({ status: 'succeeded', setupIntentId: 'seti_1' });
  });

  it('asks how it ended where Stripe.js broke off', async () => {
    fake.answer = () => Promise.reject(new Error('connection lost'));
    fake.stored = succeeded;
    const result = await (await mount()).submit();
    expect(result).toEqual({ status: 'succeeded', setupIntentId: 'seti_1' });
  });

  it('tells the developer when Stripe.js throws, and the customer that it failed', async () => {
    const report = vi.spyOn(globalThis, 'reportError').mockReturnValue();
    const wrong = new Error('IntegrationError');
    fake.invalid = () => Promise.reject(wrong);
    const result = await (await mount()).submit();
    expect(result).toEqual({ status: 'failed', message: 'Das hat nicht geklappt.' });
    expect(report).toHaveBeenCalledExactlyOnceWith(wrong);
    report.mockRestore();
  });

  it('saves one card when the button is pressed twice, and can be tried again', async () => {
    fake.answer = succeeded;
    const form = await mount();
    const [first, second] = await Promise.all([form.submit(), form.submit()]);
    expect(first).toEqual(second);
    expect(fake.confirmed).toHaveLength(1);
    await form.submit();
    expect(fake.confirmed).toHaveLength(2);
  });
});

describe('handleNextAction', () => {
  const run = () =>
    handleNextAction({
      publishableKey: `pk_test_${keys}`,
      clientSecret: 'pi_1_secret_2',
      locale: 'de',
      fallbackMessage: 'Nicht bestätigt.',
    });

  it.each(['succeeded', 'processing'] as const)('reports a payment that is %s', async (status) => {
    fake.answer = { paymentIntent: { id: 'pi_1', status } };
    expect(await run()).toEqual({ status });
  });

  it('never reports a payment that still waits as done', async () => {
    fake.answer = { paymentIntent: { id: 'pi_1', status: 'requires_payment_method' } };
    expect(await run()).toEqual({ status: 'failed', message: 'Nicht bestätigt.' });
  });

  it('asks how it ended where nothing was left to confirm', async () => {
    fake.answer = () => Promise.reject(new Error('not in the requires_action state'));
    fake.stored = { paymentIntent: { id: 'pi_1', status: 'succeeded' } };
    expect(await run()).toEqual({ status: 'succeeded' });
  });
});
