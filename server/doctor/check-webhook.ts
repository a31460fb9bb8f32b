import * as v from 'valibot';
import { STRIPE_API_VERSION } from '../stripe/client.ts';
import type { Check, Finding } from './finding.ts';

/** The events after which something that customers are shown is no longer so. */
export const NEEDED_EVENTS = [
  'customer.updated',
  'customer.deleted',
  'customer.subscription.created',
  'customer.subscription.updated',
  'customer.subscription.deleted',
  'customer.subscription.pending_update_applied',
  'customer.subscription.pending_update_expired',
  'invoice.created',
  'invoice.finalized',
  'invoice.paid',
  'invoice.payment_failed',
  'invoice.updated',
  'invoice.voided',
  'payment_method.attached',
  'payment_method.detached',
  'payment_method.updated',
  'payment_method.automatically_updated',
  'subscription_schedule.created',
  'subscription_schedule.updated',
  'subscription_schedule.released',
  'product.created',
  'product.updated',
  'product.deleted',
  'price.created',
  'price.updated',
  'price.deleted',
  'coupon.updated',
  'coupon.deleted',
  'promotion_code.updated',
] as const;

const endpointsSchema = v.object({
  data: v.array(
    v.object({
      url: v.string(),
      status: v.string(),
      enabled_events: v.array(v.string()),
      api_version: v.nullable(v.string()),
    }),
  ),
});

type Endpoint = v.InferOutput<typeof endpointsSchema>['data'][number];

/** Whether Stripe sends its news to `PUBLIC_URL`, and all that is needed. */
export const checkWebhook: Check = async ({ callStripe, environment, options }) => {
  const advice = 'Without a webhook, changes made elsewhere show up to ten seconds late.';
  if (options.stripeWebhookSecrets.length === 0) {
    return [finding('warning', 'STRIPE_WEBHOOK_SECRET is not set', advice)];
  }
  const publicUrl = environment['PUBLIC_URL'] ?? '';
  if (!URL.canParse(publicUrl)) {
    const how = 'Set it to the address of this server, like https://billing.example.com.';
    return [finding('warning', 'the webhook cannot be looked for without PUBLIC_URL', how)];
  }
  const { status, body } = await callStripe('GET', '/v1/webhook_endpoints?limit=100');
  const result = v.safeParse(endpointsSchema, body);
  if (status !== 200 || !result.success) {
    return [finding('warning', `Stripe does not list the webhook endpoints (${status})`)];
  }
  const wanted = new URL('/v1/webhooks/stripe', publicUrl).href;
  const endpoint = result.output.data.find(({ url }) => url === wanted);
  if (!endpoint) {
    return [finding('problem', `Stripe has no webhook endpoint ${wanted}`, 'Add it in Workbench.')];
  }
  return judge(endpoint);
};

function judge({ status, enabled_events: events, api_version: version }: Endpoint): Finding[] {
  const findings: Finding[] = [];
  if (status !== 'enabled') {
    findings.push(
      finding('problem', 'the webhook endpoint is disabled', 'Enable it in Workbench.'),
    );
  }
  const missing = NEEDED_EVENTS.filter((type) => !events.includes('*') && !events.includes(type));
  if (missing.length > 0) {
    const text = `the webhook endpoint is not sent ${missing.join(', ')}`;
    findings.push(finding('problem', text, 'Add these events to it.'));
  }
  if (version !== null && version !== STRIPE_API_VERSION) {
    const text = `the webhook endpoint speaks ${version}, Portico ${STRIPE_API_VERSION}`;
    findings.push(finding('warning', text, 'It works: of an event only the ids are read.'));
  }
  return findings.length > 0
    ? findings
    : [finding('ok', 'the webhook endpoint is enabled and is sent what is needed')];
}

function finding(verdict: Finding['verdict'], text: string, advice?: string): Finding {
  return { check: 'webhook', verdict, text, ...(advice !== undefined && { advice }) };
}
