import type { Portal } from '../flow.ts';
import { handleNextAction } from '../payment-form.ts';

/** How long after one look the next one follows. Stripe reports within seconds, rarely later. */
const PAUSES_MS = [0, 1000, 1500, 2500, 4000, 6000];

/** Reads the overview again until it shows what was done. False where it does not within 15 seconds. */
export async function waitUntil(portal: Portal, isDone: () => boolean): Promise<boolean> {
  for (const pauseMs of PAUSES_MS) {
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    await portal.refresh();
    if (isDone()) return true;
  }
  return false;
}

/** Lets the bank ask the customer. Null where it was satisfied; else what to show. */
export async function confirmWithBank(
  { words }: Portal,
  { publishableKey, clientSecret }: { publishableKey: string; clientSecret: string },
): Promise<string | null> {
  try {
    const result = await handleNextAction({
      publishableKey,
      clientSecret,
      locale: words.locale,
      fallbackMessage: words.t('payment-failure.authentication-failed'),
    });
    return result.status === 'failed' ? result.message : null;
  } catch {
    return words.t('failure.form');
  }
}
