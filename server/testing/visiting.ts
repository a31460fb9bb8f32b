import { expect } from 'vitest';
import type { Overview, Preview, Subscription } from '../../contract/billing.ts';
import type { Caller, Stage } from './stage.ts';

/** What a customer does in a portal, in the words of a test. `on` tells the stage of that test. */
export function visiting(on: () => Stage) {
  async function open(
    key: string,
  ): Promise<{ call: Caller; subscription: Subscription; id: string }> {
    const call = await on().as(key);
    const [subscription] = (await overview(call)).subscriptions;
    if (!subscription) throw new Error(`${key} has no subscription`);
    return { call, subscription, id: subscription.id };
  }

  async function overview(call: Caller): Promise<Overview> {
    return (await call('GET /v1/overview')).body;
  }

  /** At a change to the yearly plan, or to what is said. */
  async function look(call: Caller, id: string, body: object): Promise<Preview> {
    const wish = { priceId: on().catalogue.prices.proYearly, ...body };
    const answer = await call('POST /v1/subscriptions/:id/preview', { id, body: wish });
    expect(answer.status).toBe(200);
    return answer.body;
  }

  const change = (call: Caller, id: string, previewToken: string, intent = crypto.randomUUID()) =>
    call('POST /v1/subscriptions/:id/change', { id, body: { previewToken }, intent });

  const lookAnew = async (call: Caller, id: string, body: object = {}): Promise<Preview> =>
    (await call('POST /v1/subscriptions/:id/resubscribe/preview', { id, body })).body;

  const start = (call: Caller, id: string, previewToken: string, intent = crypto.randomUUID()) =>
    call('POST /v1/subscriptions/:id/resubscribe', { id, body: { previewToken }, intent });

  const apply = (call: Caller, id: string, code: string) =>
    call('POST /v1/subscriptions/:id/promotion-code', { id, body: { code } });

  async function latestInvoice(key: string) {
    const { data } = await on().stripe.invoices.list({ customer: on().customerId(key), limit: 1 });
    if (!data[0]) throw new Error('There is no invoice.');
    return data[0];
  }

  return { open, overview, look, change, lookAnew, start, apply, latestInvoice };
}
