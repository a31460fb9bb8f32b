import { formatCustomer } from '../../customers/customer.ts';
import { formatTaxId } from '../../customers/tax-id.ts';
import { formatDiscount } from '../../discounts/discount.ts';
import type { Discount } from '../../discounts/discount.ts';
import { kind, lifeOf } from '../kind.ts';
import type { Kind, Turn } from '../kind.ts';

export const customerKinds: Kind[] = [
  kind('customers', {
    show: formatCustomer,
    name: lifeOf('customer'),
    isGone: (customer) => customer.isDeleted,
    // `delinquent` comes from the invoices.
    isComposed: true,
    quiet: ['next_invoice_sequence'],
  }),
  kind('taxIds', { show: formatTaxId, name: lifeOf('customer.tax_id') }),
  kind('discounts', { show: formatDiscount, name: nameDiscount }),
];

/** A discount ends by leaving what it was on; its row stays, because invoices show it. */
function nameDiscount(turn: Turn<Discount>): string[] {
  const types = lifeOf('customer.discount')(turn);
  return hasLeft(turn) ? [...types, 'customer.discount.deleted'] : types;
}

function hasLeft({ after, changeOf }: Turn<Discount>): boolean {
  if (after === undefined) return false;
  const owner =
    after.subscriptionItem === null
      ? changeOf('subscriptions', after.subscription)
      : changeOf('subscriptionItems', after.subscriptionItem);
  if (owner === undefined) return false;
  const had = [owner.before, ...owner.versions].some((row) => row?.discounts.includes(after.id));
  return had && owner.after?.discounts.includes(after.id) !== true;
}
