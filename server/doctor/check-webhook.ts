import * as v from 'valibot';
import type { PortalOptions } from '../options.ts';
import { CATALOGUE_S } from '../stripe/catalogue.ts';
import { STRIPE_API_VERSION } from '../stripe/client.ts';
import { WEBHOOK_EVENT_GROUPS, type EventGroup } from '../webhook-events.ts';
import type { Check, Finding } from './finding.ts';

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
  return judge(endpoint, options);
};

function judge(
  { status, enabled_events: events, api_version: version }: Endpoint,
  options: PortalOptions,
): Finding[] {
  const findings: Finding[] = [];
  if (status !== 'enabled') {
    findings.push(
      finding('problem', 'the webhook endpoint is disabled', 'Enable it in Workbench.'),
    );
  }
  if (!events.includes('*')) findings.push(...missingFrom(new Set(events), options));
  if (version !== null && version !== STRIPE_API_VERSION) {
    const text = `the webhook endpoint speaks ${version}, Portico ${STRIPE_API_VERSION}`;
    findings.push(finding('warning', text, 'It works: of an event only the ids are read.'));
  }
  return findings.length > 0
    ? findings
    : [finding('ok', 'the webhook endpoint is enabled and is sent what is needed')];
}

/** What customers are shown while nobody tells of it, and for how long. */
function missingFrom(sent: ReadonlySet<string>, { cacheSeconds }: PortalOptions): Finding[] {
  const groups: readonly EventGroup[] = WEBHOOK_EVENT_GROUPS;
  return groups.flatMap(({ shows, isCatalogue = false, events }) => {
    const missing = events.filter((type) => !sent.has(type));
    const seconds = cacheSeconds + (isCatalogue ? CATALOGUE_S : 0);
    if (missing.length === 0 || seconds === 0) return [];
    const text = `the webhook endpoint is not sent ${missing.join(', ')}`;
    const advice = `Add them: without them, for up to ${seconds} s the portal shows ${shows}.`;
    return [finding('problem', text, advice)];
  });
}

function finding(verdict: Finding['verdict'], text: string, advice?: string): Finding {
  return { check: 'webhook', verdict, text, ...(advice !== undefined && { advice }) };
}
