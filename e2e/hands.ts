/** Two ways to use a page: with a mouse, and with nothing but a keyboard. */
import type { Locator, Page } from 'playwright-core';

export interface Hands {
  press(control: Locator): Promise<void>;
  choose(radio: Locator): Promise<void>;
  write(field: Locator, text: string): Promise<void>;
}

export const mouse: Hands = {
  press: (control) => control.click(),
  choose: (radio) => radio.check(),
  async write(field, text) {
    await field.click();
    await field.fill('');
    await field.pressSequentially(text);
  },
};

/** Tab, arrows, Enter and Space; what cannot be reached with them is an error. */
export function keyboard(page: Page): Hands {
  const reach = async (control: Locator): Promise<void> => {
    await control.waitFor();
    for (let presses = 0; presses < 200; presses += 1) {
      if (await hasFocus(control)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab never reaches ${control.toString()}`);
  };
  return {
    async press(control) {
      await reach(control);
      await page.keyboard.press('Enter');
    },
    async choose(radio) {
      await radio.waitFor();
      const group = await radio.evaluate((input) => (input as HTMLInputElement).name);
      await reachRadios(page, group);
      for (let presses = 0; presses < 20; presses += 1) {
        if (await radio.isChecked()) return;
        await page.keyboard.press((await hasFocus(radio)) ? 'Space' : 'ArrowDown');
      }
      throw new Error(`The arrow keys never reach ${radio.toString()}`);
    },
    async write(field, text) {
      await reach(field);
      await page.keyboard.press('Control+A');
      await page.keyboard.type(text);
    },
  };
}

/** For `describe.each`: a story is told once with each. */
export const BOTH_HANDS: [string, (page: Page) => Hands][] = [
  ['with the mouse', () => mouse],
  ['by keyboard only', keyboard],
];

/** Of a group of radio buttons, Tab reaches only one. */
async function reachRadios(page: Page, group: string): Promise<void> {
  for (let presses = 0; presses < 200; presses += 1) {
    const isThere = await page.evaluate((name) => {
      let focused = document.activeElement;
      while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
      return focused instanceof HTMLInputElement && focused.name === name;
    }, group);
    if (isThere) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reaches the radio buttons ${group}`);
}

/** Also through shadow roots and frames: the element that takes what is typed. */
function hasFocus(control: Locator): Promise<boolean> {
  return control.evaluate((element) => {
    const root = element.getRootNode() as Document | ShadowRoot;
    return root.activeElement === element && element.ownerDocument.hasFocus();
  });
}
