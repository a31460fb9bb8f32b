import type { Subscription } from '../../contract/billing.ts';
import type { Portal } from '../flow.ts';

export function subscriptionById(portal: Portal, id: string): Subscription {
  const found = portal.overview.subscriptions.find((subscription) => subscription.id === id);
  if (!found) throw new Error('The subscription is not in the overview.');
  return found;
}
