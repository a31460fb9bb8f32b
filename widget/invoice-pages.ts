import type { Invoice, Overview, Page } from '../contract/billing.ts';
import type { Portal } from './flow.ts';
import { appendInvoices } from './overview-changes.ts';

interface Scope {
  subscriptionId?: string;
}

/** What comes after the invoices that are known; nothing after the last. */
export async function readNextPage(
  { api }: Portal,
  { invoices: { nextCursor: cursor } }: Overview,
  scope: Scope,
): Promise<Page<Invoice>> {
  if (cursor === null) return { data: [], nextCursor: null };
  return api.call('GET /v1/invoices', { query: { ...scope, cursor } });
}

/**
 * Reads on until a fresh overview has as many invoices as are on the screen: what the customer had
 * loaded is neither folded away nor left as it was before.
 */
export async function readFurther(
  portal: Portal,
  fresh: Overview,
  scope: Scope,
): Promise<Overview> {
  const { data, nextCursor } = fresh.invoices;
  if (nextCursor === null || data.length >= portal.overview.invoices.data.length) return fresh;
  const page = await readNextPage(portal, fresh, scope);
  return readFurther(portal, appendInvoices(fresh, page), scope);
}
