import type { Hono } from 'hono';
import type { SubscriptionResult } from '../../contract/api.ts';
import { cancelSubscription, keepSubscription } from '../billing/cancel.ts';
import { changeSubscription } from '../billing/change.ts';
import { previewChange } from '../billing/change-preview.ts';
import type { Billing } from '../billing/context.ts';
import { getSubscription } from '../billing/overview.ts';
import { dropPendingChange } from '../billing/pending-change.ts';
import { applyPromotionCode } from '../billing/promotion.ts';
import { resubscribe } from '../billing/resubscribe.ts';
import { previewResubscribe } from '../billing/resubscribe-preview.ts';
import { undoScheduledChange } from '../billing/scheduled-change.ts';
import type { ServerContext } from '../context.ts';
import { endpoint } from '../endpoint.ts';
import type { RuleName } from '../limits/rules.ts';
import {
  cancelRequest,
  changeRequest,
  codeRequest,
  previewedRequest,
  resubscribeRequest,
} from '../schemas.ts';

export function subscriptionRoutes(app: Hono, server: ServerContext): void {
  endpoint(app, server, 'POST /v1/subscriptions/:id/preview', {
    body: changeRequest,
    limits: previewRules,
    handle: ({ billing, id, body }) => previewChange(billing, id, body),
  });
  endpoint(app, server, 'POST /v1/subscriptions/:id/change', {
    body: previewedRequest,
    limits: ['plan-change'],
    changes: true,
    handle: ({ billing, id, body }) => changeSubscription(billing, id, body.previewToken),
  });
  endpoint(app, server, 'DELETE /v1/subscriptions/:id/pending-change', {
    limits: [],
    changes: true,
    async handle({ billing, id }) {
      const subscription = await billing.gateway.subscriptions.retrieve(id);
      return answer(billing, id, dropPendingChange(billing, subscription));
    },
  });
  endpoint(app, server, 'DELETE /v1/subscriptions/:id/scheduled-change', {
    limits: [],
    changes: true,
    handle: ({ billing, id }) => answer(billing, id, undoScheduledChange(billing, id)),
  });
  endpoint(app, server, 'POST /v1/subscriptions/:id/cancel', {
    body: cancelRequest,
    limits: [],
    changes: true,
    handle: ({ billing, id, body }) => answer(billing, id, cancelSubscription(billing, id, body)),
  });
  endpoint(app, server, 'POST /v1/subscriptions/:id/keep', {
    limits: [],
    changes: true,
    handle: ({ billing, id }) => answer(billing, id, keepSubscription(billing, id)),
  });
  endpoint(app, server, 'POST /v1/subscriptions/:id/resubscribe/preview', {
    body: resubscribeRequest,
    limits: previewRules,
    handle: ({ billing, id, body }) => previewResubscribe(billing, id, body),
  });
  endpoint(app, server, 'POST /v1/subscriptions/:id/resubscribe', {
    body: previewedRequest,
    limits: ['resubscribe'],
    changes: true,
    handle: ({ billing, id, body }) => resubscribe(billing, id, body.previewToken),
  });
  endpoint(app, server, 'POST /v1/subscriptions/:id/promotion-code', {
    body: codeRequest,
    limits: ['promotion-code'],
    changes: true,
    handle: ({ billing, id, body }) =>
      answer(billing, id, applyPromotionCode(billing, id, body.code)),
  });
}

/** Whoever tries codes may do so in a preview. */
function previewRules({ promotionCode }: { promotionCode?: string }): readonly RuleName[] {
  return promotionCode === undefined ? ['preview'] : ['preview', 'promotion-code'];
}

/** The subscription as Stripe has it after the change. */
async function answer(
  billing: Billing,
  id: string,
  change: Promise<void>,
): Promise<SubscriptionResult> {
  await change;
  return { subscription: await getSubscription(billing, id) };
}
