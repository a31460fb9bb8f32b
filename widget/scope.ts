import type { Overview } from '../contract/billing.ts';

interface Scope {
  subscriptionId: string | null;
}

/** What to ask the server for, where the page shows one subscription only. */
export function scopeOf({ subscriptionId }: Scope): { subscriptionId?: string } {
  return subscriptionId ? { subscriptionId } : {};
}

/** What the page is to show of an overview; the payment methods stay, they serve all plans. */
export function inScope(overview: Overview, { subscriptionId }: Scope): Overview {
  if (!subscriptionId) return overview;
  const { subscriptions, invoices } = overview;
  return {
    ...overview,
    subscriptions: subscriptions.filter(({ id }) => id === subscriptionId),
    invoices: {
      ...invoices,
      data: invoices.data.filter((invoice) => invoice.subscriptionId === subscriptionId),
    },
  };
}
