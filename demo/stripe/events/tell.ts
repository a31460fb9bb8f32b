import type { World } from '../core/world.ts';
import { previewParams } from '../invoices/preview-params.ts';
import { previewInvoice } from '../invoices/preview.ts';
import { formatInvoice } from '../invoices/invoice.ts';
import { noSuch, refuse } from '../wire/fault.ts';
import { EVENT_TYPES } from './event-types.ts';
import type { StoredEvent } from './event.ts';
import { KINDS } from './kinds.ts';

/** What an event's object is called, where it is not as the first part of its type. */
const OBJECTS: Record<string, string> = {
  'customer.subscription': 'subscription',
  'customer.discount': 'discount',
  'customer.tax_id': 'tax_id',
  'charge.dispute': 'dispute',
  'charge.refund': 'refund',
};

/**
 * Tells of something that no change of a row shows: a moment that came, or what nothing here can
 * cause. The object is shown as it is now.
 * Time must stand still. @throws for a type that Stripe does not have, and where the object is none that it is about.
 */
export function tell(world: World, type: string, id: string): StoredEvent {
  if (!EVENT_TYPES.has(type)) throw refuse(`There is no event of the type ${type}.`, 'type');
  return world.events.add({
    type,
    object: JSON.stringify(objectOf(world, type, id)),
    previousAttributes: type.endsWith('.updated') ? {} : null,
    created: world.clock.now(),
    recordedAt: world.clock.accountNow(),
    cause: world.cause,
  });
}

/** What such an event shows, as it is now. @throws where the object is none that it is about. */
export function objectOf(world: World, type: string, id: string): object {
  if (type === 'invoice.upcoming') return upcoming(world, id);
  if (type === 'entitlements.active_entitlement_summary.updated') return entitlements(world, id);
  const family = type.slice(0, type.lastIndexOf('.'));
  const wanted = OBJECTS[family] ?? family;
  for (const kind of KINDS) {
    const row = world.store[kind.table].find(id);
    if (row === undefined) continue;
    const shown = kind.show(world, row);
    if ('object' in shown && shown.object === wanted) return shown;
  }
  throw noSuch(wanted, id, 'object');
}

/** The next invoice of a subscription, which has no id yet. A preview looks from its own moment. */
function upcoming(world: World, subscription: string): object {
  const mark = world.store.mark();
  const now = world.clock.now();
  try {
    const preview = previewInvoice(world, previewParams.read({ subscription }, ''));
    const { id: _none, ...invoice } = formatInvoice(world, preview);
    return invoice;
  } finally {
    world.store.rollBack(mark);
    world.clock.freeze(now);
  }
}

/** Features are not simulated: nobody has any. */
function entitlements(world: World, customer: string): object {
  const url = `/v1/customer/${world.store.customers.get(customer, 'object').id}/entitlements`;
  return {
    object: 'entitlements.active_entitlement_summary',
    customer,
    entitlements: { object: 'list', data: [], has_more: false, url },
    livemode: false,
  };
}
