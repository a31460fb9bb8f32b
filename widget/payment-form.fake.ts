import type { StripeAnswer } from './stripe-outcome.ts';

type Answer = StripeAnswer | (() => Promise<StripeAnswer>);

/** What the fake was asked for, in order, and what it shall answer. */
export interface FakeStripe {
  instances: { key: string; locale: string }[];
  groups: Record<string, unknown>[];
  updates: Record<string, unknown>[];
  confirmed: Record<string, unknown>[];
  /** The fields come up unless this is set. */
  loadError: StripeAnswer['error'];
  /** What the fields say about themselves. */
  invalid: Answer;
  answer: Answer;
  /** What reading an intent says. */
  stored: StripeAnswer;
  /** As if newly made. The loader keeps the first `window.Stripe` for good, so there is one only. */
  reset(): void;
}

/**
 * Puts a `window.Stripe` in place that is as strict as the real one about where a form may be,
 * and shows one plain input in an iframe.
 */
export function installFakeStripe(): FakeStripe {
  const blank = (): Omit<FakeStripe, 'reset'> => ({
    instances: [],
    groups: [],
    updates: [],
    confirmed: [],
    loadError: undefined,
    invalid: {},
    answer: {},
    stored: {},
  });
  const fake: FakeStripe = { ...blank(), reset: () => void Object.assign(fake, blank()) };
  const answer = async (asked: Record<string, unknown>): Promise<StripeAnswer> => {
    fake.confirmed.push(asked);
    return given(fake.answer);
  };
  const create = (key: string, { locale }: { locale: string }): object => {
    fake.instances.push({ key, locale });
    return {
      elements: (options: Record<string, unknown>) => createGroup(fake, options),
      confirmSetup: answer,
      handleNextAction: answer,
      retrieveSetupIntent: async () => fake.stored,
      retrievePaymentIntent: async () => fake.stored,
    };
  };
  Object.assign(window, { Stripe: Object.assign(create, { version: 'endive' }) });
  return fake;
}

function createGroup(fake: FakeStripe, options: Record<string, unknown>): object {
  fake.groups.push(options);
  return {
    create: () => createElement(fake),
    submit: () => given(fake.invalid),
    update: (changed: Record<string, unknown>) => fake.updates.push(changed),
  };
}

async function given(answer: Answer): Promise<StripeAnswer> {
  return typeof answer === 'function' ? answer() : answer;
}

function createElement(fake: FakeStripe): object {
  const listeners = new Map<string, (event: object) => void>();
  const frame = document.createElement('iframe');
  return {
    on: (name: string, listener: (event: object) => void) => listeners.set(name, listener),
    mount(node: HTMLElement) {
      if (node.getRootNode() instanceof ShadowRoot) {
        throw new Error('Elements cannot be mounted in a ShadowRoot.');
      }
      if (!node.isConnected) throw new Error('The node is not in the document.');
      frame.srcdoc = '<input>';
      frame.addEventListener('load', () => {
        const { loadError: error } = fake;
        if (error) listeners.get('loaderror')?.({ error });
        else listeners.get('ready')?.({});
      });
      node.append(frame);
    },
    destroy() {
      if (!frame.isConnected) throw new Error('This Element has already been destroyed.');
      frame.remove();
    },
  };
}
