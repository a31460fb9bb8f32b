import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { button, fillCard, radio } from './controls.ts';
import { BOTH_HANDS, type Hands } from './hands.ts';
import { setStage, type OpenPage, type Stage } from './stage.ts';

const portalText = (page: Page): Promise<string> =>
  page.locator('billing-portal').evaluate((portal) => portal.shadowRoot?.textContent ?? '');

/** The id of what has the focus in the portal, or else its text. */
const focused = (page: Page): Promise<string> =>
  page.locator('billing-portal').evaluate((portal) => {
    const element = portal.shadowRoot?.activeElement;
    return element?.id || (element?.textContent?.trim() ?? '');
  });

/** Every flow once with the mouse and once with the keyboard, each on customers of its own. */
describe.each(BOTH_HANDS)('%s', (_, handsOn) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage();
  });
  afterAll(() => stage.stop());

  async function open(key: string): Promise<OpenPage & { hands: Hands }> {
    const opened = await stage.open(key);
    return { ...opened, hands: handsOn(opened.page) };
  }

  const lastInvoice = async (key: string) => {
    const { data } = await stage.stripe.invoices.list({
      customer: stage.customerId(key),
      limit: 1,
    });
    return data[0];
  };
  const subscriptionsOf = async (key: string) =>
    (await stage.stripe.subscriptions.list({ customer: stage.customerId(key), status: 'all' }))
      .data;

  async function review(
    { page, hands }: { page: Page; hands: Hands },
    plan: RegExp,
    yearly = false,
  ) {
    await hands.press(button(page, 'Change plan'));
    if (yearly) await hands.choose(radio(page, /^Yearly/));
    await hands.choose(radio(page, plan));
    await hands.press(button(page, 'Review the change'));
    await page.getByRole('heading', { name: 'Review your change' }).waitFor();
  }

  it('upgrades for exactly the amount on the button', async () => {
    const opened = await open('monthly');
    const { page, hands } = opened;
    await review(opened, /^Pro/, true);
    const pay = button(page, /^Pay \$/);
    const [, shown = ''] = /Pay \$([\d.,]+) now/.exec((await pay.textContent()) ?? '') ?? [];
    await hands.press(pay);
    await page.getByRole('heading', { name: 'Your plan' }).waitFor();
    await page.getByText('$290.00 per year').waitFor();
    const invoice = await lastInvoice('monthly');
    expect(invoice?.amount_paid).toBe(Math.round(Number(shown.replace(',', '')) * 100));
    expect(invoice?.amount_paid).toBeGreaterThan(20_000);
    await opened.close();
  });

  it('downgrades at the end of the period, and undoes it', async () => {
    const opened = await open('two');
    const { page, hands } = opened;
    const before = await lastInvoice('two');
    await review(opened, /^Starter/);
    await hands.press(button(page, /^Switch on /));
    await page.getByText(/your plan changes to .*Starter/).waitFor();
    expect((await lastInvoice('two'))?.id).toBe(before?.id);
    const team = () =>
      subscriptionsOf('two').then((all) => all.find(({ schedule }) => schedule !== null));
    expect(await team()).toBeDefined();
    await hands.press(button(page, 'Stay on my current plan'));
    await page.getByText(/your plan changes to/).waitFor({ state: 'detached' });
    expect(await team()).toBeUndefined();
    await opened.close();
  });

  it('cancels with a reason, and undoes it', async () => {
    const opened = await open('yearly');
    const { page, hands } = opened;
    await hands.press(button(page, 'Cancel subscription'));
    await hands.choose(radio(page, /I do not use it enough/));
    await hands.write(page.getByRole('textbox'), 'Sabbatical – back in spring');
    await hands.press(button(page, 'Cancel subscription'));
    await page.getByRole('heading', { name: 'Your subscription is canceled' }).waitFor();
    const [cancelling] = await subscriptionsOf('yearly');
    expect(cancelling).toMatchObject({ cancel_at_period_end: true, status: 'active' });
    expect(cancelling?.cancellation_details).toMatchObject({
      feedback: 'unused',
      comment: 'Sabbatical – back in spring',
    });
    expect(cancelling?.metadata).toMatchObject({ portico_cancel_reason: 'unused' });
    await hands.press(button(page, 'Undo, keep my plan'));
    await button(page, 'Cancel subscription').waitFor();
    expect((await subscriptionsOf('yearly'))[0]?.cancel_at_period_end).toBe(false);
    await opened.close();
  });

  it('keeps a plan that was to end', async () => {
    const opened = await open('cancelling');
    await opened.hands.press(button(opened.page, 'Keep my plan'));
    await button(opened.page, 'Cancel subscription').waitFor();
    expect((await subscriptionsOf('cancelling'))[0]?.cancel_at_period_end).toBe(false);
    await opened.close();
  });

  it('resubscribes for exactly the amount on the button, once', async () => {
    const opened = await open('canceled');
    const { page, hands } = opened;
    await hands.press(button(page, 'Resubscribe'));
    await hands.press(button(page, 'Pay $9.00 now'));
    await button(page, 'Cancel subscription').waitFor();
    const all = await subscriptionsOf('canceled');
    expect(all.filter(({ status }) => status === 'active')).toHaveLength(1);
    expect((await lastInvoice('canceled'))?.amount_paid).toBe(900);
    await opened.close();
  });

  it('takes a promotion code, and says so where it cannot be used', async () => {
    const opened = await open('seats');
    const { page, hands } = opened;
    await hands.press(button(page, 'Add promotion code'));
    const field = page.getByRole('textbox', { name: 'Promotion code' });
    await hands.write(field, 'EXPIRED10');
    await hands.press(button(page, 'Apply'));
    await page.getByText('This code cannot be used here').first().waitFor();
    await hands.write(field, 'welcome20');
    await hands.press(button(page, 'Apply'));
    await page.getByText('$28.80').first().waitFor();
    expect((await subscriptionsOf('seats'))[0]?.discounts).toHaveLength(1);
    await opened.close([422]);
  });

  it('changes with a promotion code: the focus goes where it is needed', async () => {
    const opened = await open('trialing');
    const { page, hands } = opened;
    await hands.press(button(page, 'Change plan'));
    await hands.press(button(page, 'Review the change'));
    expect(await focused(page)).toBe('Choose a plan first.');
    await hands.choose(radio(page, /^Pro/));
    await hands.press(button(page, 'Review the change'));
    await page.getByRole('heading', { name: 'Review your change' }).waitFor();
    await hands.press(button(page, 'Add promotion code'));
    await page.getByRole('textbox', { name: 'Promotion code' }).waitFor();
    await expect.poll(() => focused(page)).toBe('code');
    await page.keyboard.type('WELCOME20');
    await page.keyboard.press('Enter');
    await page.getByText('$23.20').first().waitFor();
    await hands.press(button(page, 'Switch now'));
    await page.getByRole('heading', { name: 'Your plan' }).waitFor();
    await page.getByText('$29.00 per month').waitFor();
    expect((await subscriptionsOf('trialing'))[0]?.discounts).toHaveLength(1);
    await opened.close();
  });

  it('shows invoices to the second page and further', async () => {
    const opened = await open('invoices');
    const { page, hands } = opened;
    const rows = page.getByRole('button', { name: /^View/ });
    expect(await rows.count()).toBe(10);
    await hands.press(button(page, 'Load more'));
    await expect.poll(() => rows.count()).toBe(20);
    await hands.press(button(page, 'Load more'));
    await expect.poll(() => rows.count()).toBe(30);
    expect(await portalText(page)).toContain('10 more invoices loaded.');
    await opened.close();
  });

  it('saves a new card, which becomes the default', async () => {
    const opened = await open('yen');
    const { page, hands } = opened;
    await hands.press(button(page, 'Add payment method'));
    await fillCard(page, hands, '5555555555554444');
    await hands.press(button(page, 'Save payment method'));
    await page.getByText('Mastercard •••• 4444').first().waitFor();
    const customer = await stage.stripe.customers.retrieve(stage.customerId('yen'), {
      expand: ['invoice_settings.default_payment_method'],
    });
    expect(customer).toMatchObject({
      invoice_settings: { default_payment_method: { card: { last4: '4444' } } },
    });
    await opened.close();
  });

  it('repairs an overdue payment with a better card', async () => {
    const opened = await open('pastdue');
    const { page, hands } = opened;
    await hands.press(button(page, 'Pay now'));
    await hands.press(button(page, 'Pay $29.00 now'));
    await page
      .getByText(/Your bank declined the payment/)
      .first()
      .waitFor();
    await hands.choose(radio(page, /4242/));
    await hands.press(button(page, 'Pay $29.00 now'));
    await page.getByText('Payment overdue').waitFor({ state: 'detached' });
    expect((await subscriptionsOf('pastdue'))[0]?.status).toBe('active');
    await opened.close([402]);
  });

  it('asks the bank before an upgrade, and keeps the old plan until the bank agrees', async () => {
    const opened = await open('secure');
    const { page, hands } = opened;
    await review(opened, /^Pro/, true);
    await hands.press(button(page, /^Pay \$/));
    const bank = page.frameLocator('iframe').last();
    await hands.press(bank.getByRole('button', { name: 'Fail' }));
    await page
      .getByRole('alert')
      .filter({ hasText: /authenticate|confirm/ })
      .first()
      .waitFor();
    const [waiting] = await subscriptionsOf('secure');
    expect(waiting?.items.data[0]?.price.recurring?.interval).toBe('month');
    await expect.poll(async () => (await lastInvoice('secure'))?.status).toBe('void');
    await hands.press(button(page, /^Pay \$/));
    await hands.press(bank.getByRole('button', { name: 'Complete' }));
    await page.getByText('$290.00 per year').waitFor();
    const [paid] = await subscriptionsOf('secure');
    expect(paid?.items.data[0]?.price.recurring?.interval).toBe('year');
    await opened.close();
  });
});
