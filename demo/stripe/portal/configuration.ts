import type Stripe from 'stripe';
import { longId } from '../core/ids.ts';
import type { World } from '../core/world.ts';
import { expand, pageFields } from '../wire/common-params.ts';
import { pageOf } from '../wire/page.ts';
import { flag, shape } from '../wire/params.ts';
import { route } from '../wire/route.ts';
import type { Route } from '../wire/route.ts';
import type { Wire } from '../wire/wire-object.ts';

/** The settings of the hosted portal; there is one, with the values of a new account. */
export interface PortalConfiguration {
  id: string;
  created: number;
}

const listParams = shape<Stripe.BillingPortal.ConfigurationListParams>()({
  ...pageFields,
  active: flag,
  is_default: flag,
});
const retrieveParams = shape<Stripe.BillingPortal.ConfigurationRetrieveParams>()({ expand });

export const portalRoutes: Route[] = [
  route('GET /v1/billing_portal/configurations', listParams, (world, { params }) => {
    ensureDefault(world);
    const rows = world.store.portalConfigurations.newest(
      () => params.active !== false && params.is_default !== false,
    );
    return pageOf(rows, params, {
      format: formatConfiguration,
      url: '/v1/billing_portal/configurations',
    });
  }),
  route('GET /v1/billing_portal/configurations/:id', retrieveParams, (world, { path }) =>
    formatConfiguration(world.store.portalConfigurations.get(path.id)),
  ),
];

function ensureDefault(world: World): void {
  if (world.store.portalConfigurations.all().length > 0) return;
  world.store.portalConfigurations.insert({ id: longId('bpc'), created: world.clock.now() });
}

export function formatConfiguration(
  configuration: PortalConfiguration,
): Wire<Stripe.BillingPortal.Configuration> {
  return {
    id: configuration.id,
    object: 'billing_portal.configuration',
    active: true,
    application: null,
    business_profile: { headline: null, privacy_policy_url: null, terms_of_service_url: null },
    created: configuration.created,
    default_return_url: null,
    features: {
      customer_update: { allowed_updates: ['email', 'name', 'address', 'phone'], enabled: true },
      invoice_history: { enabled: true },
      payment_method_update: { enabled: true, payment_method_configuration: null },
      subscription_cancel: {
        cancellation_reason: {
          enabled: true,
          feedback_options: null,
          options: ['too_expensive', 'missing_features', 'switched_service', 'unused', 'other'],
        },
        enabled: true,
        mode: 'at_period_end',
        proration_behavior: 'none',
      },
      subscription_pause: {
        duration: {
          interval_options: [{ interval: 'month', interval_count: 1 }],
          type: 'interval_options',
        },
        enabled: false,
      },
      subscription_update: {
        billing_cycle_anchor: null,
        default_allowed_updates: [],
        enabled: false,
        proration_behavior: 'none',
        schedule_at_period_end: { conditions: [] },
        trial_update_behavior: 'end_trial',
      },
    },
    is_default: true,
    livemode: false,
    login_page: { enabled: false, url: null },
    metadata: {},
    name: null,
    updated: configuration.created,
  };
}
