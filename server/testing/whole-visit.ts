import type { Endpoint, Result } from '../../contract/api.ts';
import { enterCard } from './enter-card.ts';
import type { Answer, Caller, CallOptions, Stage } from './stage.ts';

/** One answer of a visit. */
export interface Visited {
  name: Endpoint;
  status: number;
  headers: Headers;
  body: unknown;
}

/**
 * A customer does everything that the portal offers: looks at all, changes to every plan and back,
 * cancels, comes back, pays, changes cards. What is refused on the way is part of it.
 */
export async function visit(stage: Stage, key: string): Promise<Visited[]> {
  const visited: Visited[] = [];
  const call = await stage.as(key);
  const ask = async <E extends Endpoint>(
    name: E,
    options?: CallOptions<E>,
  ): Promise<Answer<Result<E>>> => {
    const answer = await call(name, options);
    visited.push({ name, ...answer });
    return answer;
  };
  await ask('POST /v1/sessions/renew');
  const { body: before } = await ask('GET /v1/overview');
  await ask('GET /v1/plans');
  for (const { id } of before.subscriptions) await useSubscription(ask, stage, id);
  await ask('GET /v1/invoices');
  for (const { id } of before.invoices.data) {
    await ask('GET /v1/invoices/:id/links', { id });
    await ask('POST /v1/invoices/:id/pay', { id, body: {} });
  }
  await useCards(ask, stage);
  return visited;
}

async function useSubscription(ask: Caller, stage: Stage, id: string): Promise<void> {
  await ask('GET /v1/plans', { query: { subscriptionId: id } });
  await ask('GET /v1/overview', { query: { subscriptionId: id } });
  await ask('GET /v1/invoices', { query: { subscriptionId: id } });
  const { starterMonthly, proYearly } = stage.catalogue.prices;
  for (const priceId of [starterMonthly, proYearly]) {
    const change = { priceId, promotionCode: 'WELCOME20' };
    const { body } = await ask('POST /v1/subscriptions/:id/preview', { id, body: change });
    const confirm = { previewToken: body.previewToken ?? 'none' };
    await ask('POST /v1/subscriptions/:id/change', { id, body: confirm });
    await ask('DELETE /v1/subscriptions/:id/scheduled-change', { id });
    await ask('DELETE /v1/subscriptions/:id/pending-change', { id });
  }
  await ask('POST /v1/subscriptions/:id/promotion-code', { id, body: { code: 'FIVEOFF' } });
  const because = { reason: 'unused', comment: 'Too little time.' } as const;
  await ask('POST /v1/subscriptions/:id/cancel', { id, body: because });
  await ask('POST /v1/subscriptions/:id/keep', { id });
  const again = { promotionCode: 'WELCOME20' };
  const { body } = await ask('POST /v1/subscriptions/:id/resubscribe/preview', { id, body: again });
  const confirm = { previewToken: body.previewToken ?? 'none' };
  await ask('POST /v1/subscriptions/:id/resubscribe', { id, body: confirm });
}

async function useCards(ask: Caller, stage: Stage): Promise<void> {
  const { body: setup } = await ask('POST /v1/payment-methods/setup');
  await enterCard(stage, setup.clientSecret, '5555555555554444');
  const setupIntentId = setup.clientSecret.split('_secret_')[0] ?? '';
  const { body } = await ask('POST /v1/payment-methods/confirm', { body: { setupIntentId } });
  for (const { id } of body.paymentMethods.toReversed()) {
    await ask('POST /v1/payment-methods/:id/default', { id });
  }
  for (const { id } of body.paymentMethods) await ask('DELETE /v1/payment-methods/:id', { id });
}
