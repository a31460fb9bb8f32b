import type { PreviewParams } from '../stripe/gateway/invoices.ts';
import type { SubscriptionCreate } from '../stripe/gateway/subscriptions.ts';
import { idOf } from '../stripe/ids.ts';
import type { StripeSubscription } from '../stripe/types.ts';
import { planItem } from './subscription-state.ts';

/**
 * What a new subscription takes over from the ended one, in the three shapes in which Stripe wants
 * it: its taxes, whom the money goes to, and what the site owner wrote on it to find the account
 * that it belongs to. Its discounts, its trial and its end stay behind.
 */
export interface CarriedTerms {
  created: Omit<SubscriptionCreate, 'items' | 'currency'>;
  item: { tax_rates?: string[] };
  /** On a preview: what belongs to the invoice, and what to the subscription. */
  invoice: Pick<PreviewParams, 'automatic_tax' | 'on_behalf_of'>;
  previewed: { default_tax_rates?: string[] };
}

export function termsOf(ended: StripeSubscription): CarriedTerms {
  const itemRates = planItem(ended)?.tax_rates ?? [];
  const defaultRates = ended.default_tax_rates ?? [];
  const previewed = {
    ...(defaultRates.length > 0 && { default_tax_rates: defaultRates.map(({ id }) => id) }),
  };
  const onBehalfOf = idOf(ended.on_behalf_of);
  const invoice = {
    ...(ended.automatic_tax.enabled && { automatic_tax: { enabled: true } }),
    ...(onBehalfOf !== null && { on_behalf_of: onBehalfOf }),
  };
  return {
    created: { ...invoice, ...previewed, ...ownersNotes(ended), ...transfers(ended) },
    item: { ...(itemRates.length > 0 && { tax_rates: itemRates.map(({ id }) => id) }) },
    invoice,
    previewed,
  };
}

/** Metadata and description, without what we wrote ourselves. */
function ownersNotes(ended: StripeSubscription): Pick<SubscriptionCreate, 'description'> & {
  metadata: Record<string, string>;
} {
  const own = Object.entries(ended.metadata).filter(([key]) => !key.startsWith('portico_'));
  return {
    metadata: Object.fromEntries(own),
    ...(ended.description !== null && { description: ended.description }),
  };
}

function transfers(
  ended: StripeSubscription,
): Pick<SubscriptionCreate, 'application_fee_percent' | 'transfer_data'> {
  const { application_fee_percent, transfer_data } = ended;
  const destination = idOf(transfer_data?.destination);
  return {
    ...(application_fee_percent !== null && { application_fee_percent }),
    ...(destination !== null && {
      transfer_data: {
        destination,
        ...(transfer_data?.amount_percent != null && {
          amount_percent: transfer_data.amount_percent,
        }),
      },
    }),
  };
}
