import { randomText, shortId } from '../core/ids.ts';
import type { World } from '../core/world.ts';
import type { Customer } from './customer.ts';

/** Somebody new, of whom nothing is known. It is not in the store. */
export function blankCustomer(world: World, testClock: string | null = null): Customer {
  return {
    id: shortId('cus'),
    created: world.clock.now(),
    isDeleted: false,
    name: null,
    email: null,
    phone: null,
    description: null,
    businessName: null,
    individualName: null,
    address: null,
    shipping: null,
    preferredLocales: [],
    metadata: {},
    taxExempt: 'none',
    ipAddress: null,
    currency: null,
    balance: 0,
    defaultPaymentMethod: null,
    footer: null,
    invoicePrefix: randomText(8).toUpperCase(),
    nextInvoiceSequence: 1,
    testClock,
  };
}
