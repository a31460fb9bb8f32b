import type Stripe from 'stripe';
import type { World } from '../core/world.ts';
import { cancelSubscription } from '../subscriptions/cancel.ts';
import { isLive } from '../subscriptions/subscription.ts';
import { liveCustomer } from './customer.ts';

/** Ends their subscriptions and spends their payment methods; the rest stays for the books. */
export function deleteCustomer(world: World, id: string): Stripe.DeletedCustomer {
  liveCustomer(world, id);
  for (const subscription of world.store.subscriptions.where('customer', id)) {
    if (isLive(subscription)) {
      cancelSubscription(world, subscription.id, { invoiceNow: false, prorate: false });
    }
  }
  for (const method of world.store.paymentMethods.where('customer', id)) {
    world.store.paymentMethods.update(method.id, { customer: null, isSpent: true });
  }
  world.store.customers.update(id, { isDeleted: true });
  return { id, object: 'customer', deleted: true };
}
