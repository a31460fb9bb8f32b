/** The portal's controls, as a customer knows them: by their words. */
import type { Locator, Page } from 'playwright-core';
import type { Hands } from './hands.ts';

export const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name }).first();

export const radio = (page: Page, name: RegExp): Locator => page.getByRole('radio', { name });

/** Writes a card into the payment form's own frame. */
export async function fillCard(page: Page, hands: Hands, number: string): Promise<void> {
  const form = page.frameLocator('iframe');
  await hands.write(form.getByLabel('Card number'), number);
  await hands.write(form.getByLabel('Expiry date'), '0831');
  await hands.write(form.getByLabel('Security code'), '123');
}
