import type { Stripe, StripeElementLocale } from '@stripe/stripe-js';

/** Stripe.js or its form did not come up. For developers; customers get words of the portal's own. */
export class StripeUnavailableError extends Error {
  override readonly name = 'StripeUnavailableError';
}

const LOAD_TIMEOUT_MS = 20_000;
const instances = new Map<string, Promise<Stripe>>();

/**
 * Stripe.js for one publishable key, loaded from Stripe when first asked for and then kept. Its
 * loader tries the script twice. A failure is not kept: the next call tries afresh.
 * @param locale The language of Stripe's messages and of the bank's confirmation.
 * @see https://docs.stripe.com/js/including
 */
export function stripeFor(publishableKey: string, locale: StripeElementLocale): Promise<Stripe> {
  const id = `${publishableKey} ${locale}`;
  const known = instances.get(id);
  if (known) return known;
  const loading = loadInstance(publishableKey, locale).catch((cause: unknown) => {
    instances.delete(id);
    throw new StripeUnavailableError(
      'Stripe.js could not be loaded. Does the page allow https://js.stripe.com in script-src?',
      { cause },
    );
  });
  instances.set(id, loading);
  return loading;
}

/** The promise's value, or a StripeUnavailableError where it takes too long. */
export async function within<T>(timeoutMs: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new StripeUnavailableError(`Nothing came from Stripe in ${timeoutMs} ms.`)),
      timeoutMs,
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function loadInstance(publishableKey: string, locale: StripeElementLocale): Promise<Stripe> {
  const { loadStripe } = await import('@stripe/stripe-js/pure');
  try {
    const stripe = await within(LOAD_TIMEOUT_MS, loadStripe(publishableKey, { locale }));
    if (stripe) return stripe;
  } catch (error) {
    if (error instanceof StripeUnavailableError) releaseLoader();
    throw error;
  }
  throw new Error('There is no window to load Stripe.js into.');
}

/**
 * A tag of the page's own that had failed before we came never fires again, and the loader would
 * wait for it for ever. Told of the failure, it puts in a tag of its own.
 */
function releaseLoader(): void {
  const tags = document.querySelectorAll('script[src^="https://js.stripe.com/"]');
  tags.forEach((tag) => tag.dispatchEvent(new Event('error')));
}
