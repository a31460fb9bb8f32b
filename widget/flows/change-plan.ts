import { isAllowed } from '../before-events.ts';
import type { Flow, RequestFor, Portal } from '../flow.ts';
import { addFlowStyles } from '../theme-flows.ts';
import { subscriptionById } from './subscription-by-id.ts';
import type { OrderChoice, OrderKind } from './order-kind.ts';
import { Order } from './order.ts';

export function openChangePlan(
  portal: Portal,
  { subscriptionId }: RequestFor<'change-plan'>,
): Flow {
  addFlowStyles(portal.element);
  return new Order(portal, changePlan(portal, subscriptionId));
}

function changePlan(portal: Portal, id: string): OrderKind {
  const { words, api, settings } = portal;
  const subscription = subscriptionById(portal, id);
  const params = { id };
  const canCount = subscription.allowedActions.includes('change-quantity');
  return {
    subscription,
    chooseTitle: words.t('plans.title'),
    reviewLabel: words.t('action.review'),
    reviewTitle: words.t('review.title'),
    startLabel: words.t('review.switch-now'),
    doneText: words.t('done.changed'),
    takesCode: settings.features.coupon,
    startsWithReview: false,
    canChoose: false,
    canTakeCurrent: canCount ? 'other-quantity' : 'no',
    preview: (choice) =>
      api.call('POST /v1/subscriptions/:id/preview', { params, body: withPrice(choice) }),
    commit: (body, intent) =>
      api.call('POST /v1/subscriptions/:id/change', { params, body, intent }),
    takeBack: (intent) =>
      api.call('DELETE /v1/subscriptions/:id/pending-change', { params, intent }),
    allows: ({ promotionCode: _code, ...choice }) =>
      isAllowed(portal.element, 'billing-before-plan-change', {
        subscriptionId: id,
        ...withPrice(choice),
      }),
    isDone: (now, { priceId, quantity }) =>
      now?.items.some(
        (item) =>
          item.priceId === priceId && (quantity === undefined || item.quantity === quantity),
      ) === true,
    change: (_, isScheduled) => ({
      type: isScheduled ? 'subscription.scheduled' : 'subscription.updated',
      subscriptionId: id,
    }),
  };
}

function withPrice(choice: OrderChoice): OrderChoice & { priceId: string } {
  const { priceId } = choice;
  if (priceId === undefined) throw new Error('No plan is chosen.');
  return { ...choice, priceId };
}
