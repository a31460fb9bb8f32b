import type { Stripe, StripeElements, StripePaymentElement } from '@stripe/stripe-js';
import { stripeLocale } from './i18n/stripe-locale.ts';
import { returnUrl } from './flows/redirect.ts';
import { openPaymentSlot } from './payment-slot.ts';
import { stripeFor, StripeUnavailableError, within } from './stripe-js.ts';
import { failed, outcomeOf, type StripeAnswer } from './stripe-outcome.ts';

/** How Stripe's form looks. Resolved values only: its frame cannot see the page's variables. */
export interface PaymentAppearance {
  theme: 'stripe' | 'night';
  /** In Stripe's names: `colorPrimary`, `colorText`, `fontFamily`, `borderRadius`, … */
  variables: Record<string, string>;
}

export interface PaymentFormOptions {
  /** The `<billing-portal>` element; it must be in the page and have a slot `payment`. */
  host: HTMLElement;
  publishableKey: string;
  /** Of a SetupIntent. */
  clientSecret: string;
  /** A BCP 47 tag; Stripe's nearest language is used. */
  locale: string;
  direction: 'ltr' | 'rtl';
  appearance: PaymentAppearance;
  /** What to say where Stripe's own message is meant for developers. */
  fallbackMessage?: string;
}

export interface PaymentForm {
  /** The form can be filled in. Rejects with StripeUnavailableError if it does not come up. */
  readonly ready: Promise<void>;
  /**
   * Checks and saves what was typed; asks the bank where it must. A second call while one is
   * under way is the same call, and it never rejects. May leave the page for methods that work by
   * redirect; then see return-url.ts.
   */
  submit(): Promise<PaymentFormResult>;
  /** Takes on other colours, e.g. after a switch to dark. */
  update(appearance: PaymentAppearance): void;
  /** Takes the form out of the page. Safe to call twice. */
  destroy(): void;
}

/**
 * `succeeded`: Stripe took the details; only the server knows whether they may be charged.
 * `message` is in the customer's language.
 */
export type PaymentFormResult =
  { status: 'succeeded'; setupIntentId: string } | { status: 'failed'; message: string };

export interface NextActionOptions {
  publishableKey: string;
  /** Of a PaymentIntent or SetupIntent that waits for the customer. */
  clientSecret: string;
  locale?: string;
  fallbackMessage?: string;
}

export type NextActionResult =
  { status: 'succeeded' | 'processing' } | { status: 'failed'; message: string };

const READY_TIMEOUT_MS = 30_000;

/**
 * Opens Stripe's Payment Element for saving a payment method. Stripe.js is loaded now, not before.
 * Rejects with StripeUnavailableError where it cannot be (offline, ad blocker, CSP).
 * @see https://docs.stripe.com/payments/save-and-reuse
 */
export async function mountPaymentForm(options: PaymentFormOptions): Promise<PaymentForm> {
  const { host, publishableKey, clientSecret, appearance } = options;
  const locale = stripeLocale(options.locale);
  const stripe = await stripeFor(publishableKey, locale);
  if (!host.isConnected) throw new Error('The element left the page while Stripe.js was loading.');

  const elements = stripe.elements({ clientSecret, locale, appearance });
  const element = elements.create('payment');
  const ready = within(READY_TIMEOUT_MS, whenReady(element));
  // Whoever does not ask for `ready` must not get an unhandled rejection.
  ready.catch(() => undefined);
  const slot = openPaymentSlot(host, options.direction);
  element.mount(slot.node);

  let isOpen = true;
  return {
    ready,
    submit: shared(() => save(stripe, elements, options)),
    update: (next) => void elements.update({ appearance: next }),
    destroy: () => {
      if (isOpen) element.destroy();
      isOpen = false;
      slot.remove();
    },
  };
}

/**
 * Lets the customer confirm with the bank (3-D Secure) what the server could not finish alone.
 * Rejects with StripeUnavailableError where Stripe.js cannot be loaded.
 * @see https://docs.stripe.com/js/payment_intents/handle_next_action
 */
export async function handleNextAction(options: NextActionOptions): Promise<NextActionResult> {
  const { publishableKey, clientSecret, locale } = options;
  const stripe = await stripeFor(publishableKey, locale ? stripeLocale(locale) : 'auto');
  // It throws where nothing is left to confirm: then the intent itself says how it ended.
  const answer = await stripe
    .handleNextAction({ clientSecret })
    .catch(() => readIntent(stripe, clientSecret));
  const outcome = outcomeOf(answer, options.fallbackMessage);
  return outcome.status === 'failed' ? outcome : { status: outcome.status };
}

function readIntent(stripe: Stripe, clientSecret: string): Promise<StripeAnswer> {
  return clientSecret.startsWith('seti_')
    ? stripe.retrieveSetupIntent(clientSecret)
    : stripe.retrievePaymentIntent(clientSecret);
}

async function save(
  stripe: Stripe,
  elements: StripeElements,
  { clientSecret, fallbackMessage }: PaymentFormOptions,
): Promise<PaymentFormResult> {
  try {
    const checked = await elements.submit();
    if (checked.error) return failed(checked.error, fallbackMessage);
    const confirmParams = { return_url: returnUrl(location.href) };
    const answer = await stripe
      .confirmSetup({ elements, confirmParams, redirect: 'if_required' })
      .catch(() => readIntent(stripe, clientSecret));
    const outcome = outcomeOf(answer, fallbackMessage);
    if (outcome.status === 'failed') return outcome;
    return { status: 'succeeded', setupIntentId: outcome.intentId };
  } catch (error) {
    // Stripe.js throws at developers only. They hear of it; the customer can try again.
    reportError(error);
    return failed(undefined, fallbackMessage);
  }
}

function whenReady(element: StripePaymentElement): Promise<void> {
  return new Promise((resolve, reject) => {
    element.on('ready', () => resolve());
    element.on('loaderror', ({ error }) =>
      reject(new StripeUnavailableError(error.message ?? 'The payment form did not load.')),
    );
  });
}

/** While one call is under way, every other call is that one: a double click saves one card. */
function shared<T>(work: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | null = null;
  return () => {
    running ??= work().finally(() => (running = null));
    return running;
  };
}
