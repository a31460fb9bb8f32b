import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { button, fillCard } from './controls.ts';
import { BOTH_HANDS, type Hands } from './hands.ts';
import { setStage, type OpenPage, type Stage } from './stage.ts';

/** Time is everybody's: each story has a demo of its own. */
describe.each(BOTH_HANDS)('after a jump to the renewal, %s', (_, handsOn) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await setStage();
  });
  afterEach(() => stage.stop());

  async function openAtRenewal(key: string): Promise<OpenPage & { hands: Hands }> {
    const opened = await stage.open(key);
    const hands = handsOn(opened.page);
    const before = stage.demo.simulator.now();
    await hands.press(button(opened.page, 'Jump to renewal'));
    await expect.poll(() => stage.demo.simulator.now() - before).toBeGreaterThan(86_400);
    await opened.page.waitForLoadState();
    await opened.page.locator('billing-portal h2').first().waitFor();
    return { ...opened, hands };
  }

  const invoicesOf = async (key: string) =>
    (await stage.stripe.invoices.list({ customer: stage.customerId(key) })).data;
  const statusOf = async (key: string) =>
    (await stage.stripe.subscriptions.list({ customer: stage.customerId(key) })).data[0]?.status;

  it('there is a new invoice, which is paid', async () => {
    const before = await invoicesOf('monthly');
    const { page, close } = await openAtRenewal('monthly');
    const [latest, ...others] = await invoicesOf('monthly');
    expect(others.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect(latest).toMatchObject({ status: 'paid', amount_paid: 2900 });
    const row = page.locator('billing-portal tbody tr').first();
    expect(await row.textContent()).toMatch(/\$29\.00[^]*Paid/);
    expect(await page.getByRole('button', { name: /^View/ }).count()).toBe(before.length + 1);
    await close();
  });

  it('a declined payment is overdue, and a new card repairs it', async () => {
    const { page, hands, close } = await openAtRenewal('declining');
    await page.getByText('We could not charge $29.00.').waitFor();
    expect(await statusOf('declining')).toBe('past_due');
    await hands.press(button(page, 'Pay now'));
    await hands.press(button(page, 'Use another payment method'));
    await fillCard(page, hands, '4242424242424242');
    await hands.press(button(page, 'Save payment method'));
    await hands.press(button(page, 'Pay $29.00 now'));
    await page.getByText('Payment overdue').waitFor({ state: 'detached' });
    expect(await statusOf('declining')).toBe('active');
    expect((await invoicesOf('declining'))[0]).toMatchObject({ status: 'paid', amount_paid: 2900 });
    await close();
  });

  it('what the bank wants confirmed is paid once it is, and a refusal loses nothing', async () => {
    const { page, hands, close } = await openAtRenewal('secure');
    const [open] = await invoicesOf('secure');
    expect(open).toMatchObject({ status: 'open', amount_remaining: 2900 });
    await hands.press(button(page, 'Pay now'));
    await hands.press(button(page, 'Pay $29.00 now'));
    const bank = page.frameLocator('iframe').last();
    await hands.press(bank.getByRole('button', { name: 'Fail' }));
    await page
      .getByRole('alert')
      .filter({ hasText: /authenticate|confirm/ })
      .first()
      .waitFor();
    expect((await invoicesOf('secure'))[0]).toMatchObject({ id: open?.id, status: 'open' });
    expect(await statusOf('secure')).toBe('past_due');
    await hands.press(button(page, 'Pay $29.00 now'));
    await hands.press(bank.getByRole('button', { name: 'Complete' }));
    await page.getByText('Payment overdue').waitFor({ state: 'detached' });
    expect((await invoicesOf('secure'))[0]).toMatchObject({ id: open?.id, status: 'paid' });
    expect(await statusOf('secure')).toBe('active');
    await close();
  });

  it('a tab from before says that its session is over, and is good again once reloaded', async () => {
    const old = await stage.open('seats');
    await (await openAtRenewal('monthly')).close();
    const hands = handsOn(old.page);
    await hands.press(button(old.page, 'Change plan'));
    await old.page.getByText('Your session has ended').first().waitFor();
    await old.page.reload();
    await button(old.page, 'Change plan').waitFor();
    await old.close([401, 401]);
  });
});
