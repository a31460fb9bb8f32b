import { vi } from 'vitest';

export interface FakeStripe {
  /** What the bank answers when it is asked. */
  nextAction: object;
}

const SATISFIED = { paymentIntent: { status: 'succeeded' } };

/** One for all tests: a Stripe object is kept for as long as the page lives. */
const fake: FakeStripe = { nextAction: SATISFIED };

/** As much of Stripe.js as the flows touch, in place of the script that cannot be fetched here. */
export function stubStripe(): FakeStripe {
  fake.nextAction = SATISFIED;
  const on = (event: string, listener: () => void): void => {
    if (event === 'ready') setTimeout(listener);
  };
  const mount = (node: HTMLElement): void => node.replaceChildren('Card form');
  const element = { on, once: on, off: on, mount, unmount() {}, destroy() {}, update() {} };
  const stripe = {
    elements: () => ({ create: () => element, submit: async () => ({}), update() {} }),
    confirmSetup: async () => ({ setupIntent: { id: 'seti_1', status: 'succeeded' } }),
    handleNextAction: async () => fake.nextAction,
    _registerWrapper() {},
    registerAppInfo() {},
  };
  vi.stubGlobal(
    'Stripe',
    Object.assign(() => stripe, { version: 'endive' }),
  );
  return fake;
}
