import { isAllowed } from '../before-events.ts';
import type { Flow, RequestFor, Portal } from '../flow.ts';
import { addFlowStyles } from '../theme-flows.ts';
import { subscriptionById } from './subscription-by-id.ts';
import type { OrderKind } from './order-kind.ts';
import { Order } from './order.ts';

export function openResubscribe(
  portal: Portal,
  { subscriptionId }: RequestFor<'resubscribe'>,
): Flow {
  addFlowStyles(portal.element);
  return new Order(portal, resubscribe(portal, subscriptionId));
}

/** Stripe cannot revive what has ended: this starts a new subscription, like the old one unless another is chosen. */
function resubscribe(portal: Portal, id: string): OrderKind {
  const { words, api, settings } = portal;
  const params = { id };
  return {
    subscription: subscriptionById(portal, id),
    chooseTitle: words.t('plans.resubscribe-title'),
    reviewLabel: words.t('action.review-order'),
    reviewTitle: words.t('review.resubscribe-title'),
    startLabel: words.t('review.start-now'),
    doneText: words.t('done.resubscribed'),
    takesCode: settings.features.couponOnResubscribe,
    startsWithReview: true,
    canChoose: settings.features.changePlanOnResubscribe,
    canTakeCurrent: 'yes',
    preview: (body) => api.call('POST /v1/subscriptions/:id/resubscribe/preview', { params, body }),
    commit: (body, intent) =>
      api.call('POST /v1/subscriptions/:id/resubscribe', { params, body, intent }),
    // A subscription whose first payment fails never starts: there is nothing to drop.
    takeBack: async () => undefined,
    allows: ({ promotionCode: _code, ...choice }) =>
      isAllowed(portal.element, 'billing-before-resubscribe', { subscriptionId: id, ...choice }),
    isDone: (now) => now?.status === 'active' || now?.status === 'trialing',
    change: (subscription) => ({ type: 'subscription.created', subscriptionId: subscription.id }),
  };
}
