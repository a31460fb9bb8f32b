import type { Invoice, Overview, Page, Subscription } from '../contract/billing.ts';

/** Puts one subscription in its place, or first where it is new. */
export function replaceSubscription(overview: Overview, subscription: Subscription): Overview {
  const { subscriptions } = overview;
  const isKnown = subscriptions.some(({ id }) => id === subscription.id);
  return {
    ...overview,
    subscriptions: isKnown
      ? subscriptions.map((old) => (old.id === subscription.id ? subscription : old))
      : [subscription, ...subscriptions],
  };
}

interface Scope {
  subscriptionId: string | null;
}

/** What to ask the server for, where the page shows one subscription only. */
export function scopeOf({ subscriptionId }: Scope): { subscriptionId?: string } {
  return subscriptionId ? { subscriptionId } : {};
}

/** What the page is to show of an overview. */
export function inScope(overview: Overview, { subscriptionId }: Scope): Overview {
  return subscriptionId ? onlySubscription(overview, subscriptionId) : overview;
}

/** What concerns one subscription only; the payment methods stay, they serve all. */
function onlySubscription(overview: Overview, subscriptionId: string): Overview {
  const { data, nextCursor } = overview.invoices;
  return {
    ...overview,
    subscriptions: overview.subscriptions.filter(({ id }) => id === subscriptionId),
    invoices: {
      data: data.filter((invoice) => invoice.subscriptionId === subscriptionId),
      nextCursor,
    },
  };
}

/** Adds the next page; an invoice that moved between two pages is not shown twice. */
export function appendInvoices(overview: Overview, page: Page<Invoice>): Overview {
  const known = new Set(overview.invoices.data.map(({ id }) => id));
  const fresh = page.data.filter(({ id }) => !known.has(id));
  const invoices = { data: [...overview.invoices.data, ...fresh], nextCursor: page.nextCursor };
  return { ...overview, invoices };
}
