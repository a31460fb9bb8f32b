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

/** Adds the next page; an invoice that moved between two pages is not shown twice. */
export function appendInvoices(overview: Overview, page: Page<Invoice>): Overview {
  const known = new Set(overview.invoices.data.map(({ id }) => id));
  const fresh = page.data.filter(({ id }) => !known.has(id));
  const invoices = { data: [...overview.invoices.data, ...fresh], nextCursor: page.nextCursor };
  return { ...overview, invoices };
}
