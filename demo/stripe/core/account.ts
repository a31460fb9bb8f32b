/**
 * What the owner of the account sets in Stripe's Dashboard; the API does not know it.
 * @see https://docs.stripe.com/billing/revenue-recovery/smart-retries
 */
export interface AccountSettings {
  dunning: {
    /** Days from each failed try to the next; after the last one Stripe gives up. */
    retryDays: number[];
    /** What becomes of the subscription when Stripe gives up. */
    afterwards: 'past_due' | 'unpaid' | 'cancel';
  };
  /** How long before a renewal `invoice.upcoming` is told. */
  upcomingDays: number;
}

export interface AccountOptions {
  dunning?: Partial<AccountSettings['dunning']>;
  upcomingDays?: number;
}

const DEFAULTS: AccountSettings = {
  dunning: { retryDays: [3, 5, 7], afterwards: 'past_due' },
  upcomingDays: 7,
};

export function accountWith(
  options: AccountOptions = {},
  old: AccountSettings = DEFAULTS,
): AccountSettings {
  return {
    dunning: { ...old.dunning, ...options.dunning },
    upcomingDays: options.upcomingDays ?? old.upcomingDays,
  };
}
