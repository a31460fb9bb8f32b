import type { World } from '../core/world.ts';
import type { Raw } from './form.ts';

/** What a call is about, by the ids in its path and its parameters. */
export function customersOf(
  world: World,
  call: { ids: { id: string; other: string }; form: { [key: string]: Raw } },
): string[] {
  const ids = [call.ids.id, call.ids.other, ...textsIn(call.form)];
  const found = ids.flatMap((id) => customerOf(world, id) ?? []);
  return [...new Set(found)];
}

/** The customer that an object belongs to, by the object's id. */
export function customerOf(world: World, id: string): string | null {
  const { store } = world;
  const end = id.lastIndexOf('_');
  switch (id.slice(0, Math.max(end, 0))) {
    case 'cus':
      return store.customers.find(id)?.id ?? null;
    case 'sub':
      return store.subscriptions.find(id)?.customer ?? null;
    case 'si':
      return customerOf(world, store.subscriptionItems.find(id)?.subscription ?? '');
    case 'sub_sched':
      return store.schedules.find(id)?.customer ?? null;
    case 'in':
      return store.invoices.find(id)?.customer ?? null;
    case 'cn':
      return store.creditNotes.find(id)?.customer ?? null;
    case 'ii':
      return store.invoiceItems.find(id)?.customer ?? null;
    case 'inpay':
      return customerOf(world, store.invoicePayments.find(id)?.invoice ?? '');
    case 'pm':
      return store.paymentMethods.find(id)?.customer ?? null;
    case 'pi':
      return store.paymentIntents.find(id)?.customer ?? null;
    case 'seti':
      return store.setupIntents.find(id)?.customer ?? null;
    case 'ch':
    case 'py':
      return store.charges.find(id)?.customer ?? null;
    case 're':
    case 'pyr':
      return store.refunds.find(id)?.customer ?? null;
    case 'du':
    case 'dp':
      return customerOf(world, store.disputes.find(id)?.charge ?? '');
    case 'mandate':
      return customerOf(world, store.mandates.find(id)?.paymentMethod ?? '');
    case 'txi':
      return store.taxIds.find(id)?.customer ?? null;
    case 'promo':
      return store.promotionCodes.find(id)?.customer ?? null;
    case 'di':
      return store.discounts.find(id)?.customer ?? null;
    default:
      return null;
  }
}

function textsIn(raw: Raw): string[] {
  if (typeof raw === 'string') return [raw];
  return (Array.isArray(raw) ? raw : Object.values(raw)).flatMap(textsIn);
}
