import type { World } from '../core/world.ts';
import type { Invoice } from './invoice.ts';

/** How long Stripe leaves an automatic draft open to changes. */
export const DRAFT_SECONDS = 3600;

/**
 * Lets a draft go its way by itself: it is finalised in an hour, and then charged or sent.
 * @see https://docs.stripe.com/billing/invoices/subscription#sub-invoice-lifecycle
 */
export function advanceInAnHour(world: World, id: string): Invoice {
  const { collectionMethod } = world.store.invoices.get(id);
  const at = world.clock.now() + DRAFT_SECONDS;
  return world.store.invoices.update(id, {
    autoAdvance: true,
    finalizesAt: at,
    nextPaymentAttempt: collectionMethod === 'charge_automatically' ? at : null,
  });
}

/** Switches the way that an invoice goes by itself on or off: a draft's, or the trying of an open one. */
export function setAdvance(world: World, id: string, isOn: boolean): Invoice {
  if (!isOn) return stopAdvancing(world, id);
  const { status, collectionMethod, nextPaymentAttempt } = world.store.invoices.get(id);
  if (status === 'draft') return advanceInAnHour(world, id);
  if (status !== 'open') return world.store.invoices.get(id);
  const soon = nextPaymentAttempt ?? world.clock.now() + DRAFT_SECONDS;
  return world.store.invoices.update(id, {
    autoAdvance: true,
    nextPaymentAttempt: collectionMethod === 'charge_automatically' ? soon : null,
  });
}

/** Nothing more happens to the invoice by itself. */
export function stopAdvancing(world: World, id: string): Invoice {
  return world.store.invoices.update(id, {
    autoAdvance: false,
    finalizesAt: null,
    nextPaymentAttempt: null,
  });
}
