import type { PaymentMethod } from '../../../contract/billing.ts';
import type { StripePaymentMethod } from '../../stripe/types.ts';
import {
  defaultPaymentMethodId,
  paymentMethodIdFor,
  scheduledPaymentMethodIds,
  type Snapshot,
} from '../snapshot.ts';
import { isEnded } from '../subscription-state.ts';

/** The default first, then as Stripe lists them: the newest first. */
export function presentPaymentMethods(
  snapshot: Pick<Snapshot, 'customer' | 'subscriptions' | 'paymentMethods'>,
  now: number,
): PaymentMethod[] {
  const { customer, subscriptions, paymentMethods } = snapshot;
  const defaultId = defaultPaymentMethodId(customer);
  const needed = neededPaymentMethods({ customer, subscriptions });
  return paymentMethods
    .map((one) => ({
      id: one.id,
      type: one.type,
      ...describe(one),
      isDefault: one.id === defaultId,
      isExpired: isExpired(one, now),
      canRemove: !needed.has(one.id),
    }))
    .toSorted((a, b) => Number(b.isDefault) - Number(a.isDefault));
}

/**
 * Those that a running subscription is charged to, or will be by its schedule: taking one away would
 * break it.
 */
export function neededPaymentMethods({
  customer,
  subscriptions,
}: Pick<Snapshot, 'customer' | 'subscriptions'>): Set<string> {
  const live = subscriptions.filter((one) => !isEnded(one));
  const charged = live.filter((one) => one.collection_method === 'charge_automatically');
  return new Set([
    ...charged.flatMap((one) => paymentMethodIdFor(customer, one) ?? []),
    ...live.flatMap(scheduledPaymentMethodIds),
  ]);
}

function describe(
  method: StripePaymentMethod,
): Pick<PaymentMethod, 'brand' | 'last4' | 'expiryMonth' | 'expiryYear'> {
  const { card } = method;
  if (card) {
    return {
      brand: card.display_brand ?? card.brand,
      last4: card.last4,
      expiryMonth: card.exp_month,
      expiryYear: card.exp_year,
    };
  }
  const none = { expiryMonth: null, expiryYear: null };
  if (method.us_bank_account) {
    const { bank_name, last4 } = method.us_bank_account;
    return { brand: bank_name, last4, ...none };
  }
  const debit = method.sepa_debit ?? method.bacs_debit ?? method.au_becs_debit ?? method.acss_debit;
  return { brand: null, last4: debit?.last4 ?? null, ...none };
}

/** A card is good until the last day of its month, anywhere on earth. */
function isExpired({ card }: StripePaymentMethod, now: number): boolean {
  if (!card) return false;
  const monthAfter = Date.UTC(card.exp_year, card.exp_month, 1) / 1000;
  return now >= monthAfter + 12 * 60 * 60;
}
