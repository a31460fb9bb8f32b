import type { Portal } from './flow.ts';
import { appendInvoices, scopeOf } from './overview-changes.ts';
import type { PortalHost } from './portal-host.ts';
import type { ReadyState } from './portal-state.ts';

/** Names what is shown below the last invoice. */
export const INVOICES_END = 'invoices-end';

/** Reads the next page of invoices and says how many came. A second call meanwhile does nothing. */
export async function loadMore(
  portal: Portal & { element: PortalHost },
  { overview, more }: ReadyState,
  change: (change: Partial<ReadyState>) => void,
): Promise<void> {
  const cursor = overview.invoices.nextCursor;
  if (cursor === null || more.kind === 'loading') return;
  change({ more: { kind: 'loading' } });
  try {
    const query = { ...scopeOf(portal.element), cursor };
    const page = await portal.api.call('GET /v1/invoices', { query });
    const isEnd = page.nextCursor === null;
    change({
      more: { kind: isEnd ? 'end' : 'idle' },
      overview: appendInvoices(portal.overview, page),
    });
    // The button that has the focus goes away: what stands in its place takes it.
    if (isEnd) portal.updateAndFocus({ key: INVOICES_END });
    portal.say('status', portal.words.t('invoices.loaded', { count: page.data.length }));
  } catch (error) {
    const failure = portal.fail(error);
    if (failure) change({ more: { kind: 'failed', failure } });
  }
}
