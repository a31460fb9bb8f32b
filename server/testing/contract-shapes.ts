/** What the contract says of answers, to be asked while a test runs: a field more is a fault. */
import * as v from 'valibot';
import type { ChangeResult, PayResult, Result } from '../../contract/api.ts';
import type { Overview } from '../../contract/billing.ts';
import type { PortalSettings } from '../../contract/portal.ts';
import { FEATURE_DEFAULTS, type Feature } from '../../contract/portal.ts';
import {
  PAYMENT_FAILURES,
  PROBLEMS,
  type Problem,
  type ProblemCode,
} from '../../contract/problems.ts';
import { exactly } from '../schemas.ts';
import {
  invoice,
  page,
  paymentMethod,
  plan,
  previewShape,
  subscription,
} from './billing-shapes.ts';
import type { Endpoint } from '../../contract/api.ts';

const overview = exactly<Overview>()(
  v.strictObject({
    customer: v.strictObject({
      id: v.string(),
      name: v.nullable(v.string()),
      email: v.nullable(v.string()),
      preferredLocales: v.array(v.string()),
      balance: v.nullable(v.strictObject({ amount: v.number(), currency: v.string() })),
    }),
    subscriptions: v.array(subscription),
    paymentMethods: v.array(paymentMethod),
    invoices: page(invoice),
  }),
);

const token = { token: v.string(), expiresAt: v.number() };
const features = Object.fromEntries(
  Object.keys(FEATURE_DEFAULTS).map((name) => [name, v.boolean()]),
) as Record<Feature, v.BooleanSchema<undefined>>;

const portal = exactly<PortalSettings>()(
  v.strictObject({
    features: v.strictObject(features),
    cancelEffective: v.picklist(['now', 'period-end']),
    locale: v.nullable(v.string()),
    texts: v.record(v.string(), v.record(v.string(), v.string())),
    testMode: v.boolean(),
  }),
);

const secrets = { clientSecret: v.string(), publishableKey: v.string() };
const changed = exactly<ChangeResult>()(
  v.union([
    v.strictObject({ status: v.picklist(['done', 'scheduled']), subscription }),
    v.strictObject({ status: v.literal('requires-action'), ...secrets, subscription }),
  ]),
);
const paid = exactly<PayResult>()(
  v.union([
    v.strictObject({ status: v.literal('done'), invoice }),
    v.strictObject({ status: v.literal('requires-action'), ...secrets, invoice }),
  ]),
);
const methods = v.strictObject({ paymentMethods: v.array(paymentMethod) });
const changedSubscription = v.strictObject({ subscription });

type Shapes = { [E in Endpoint]: v.GenericSchema<unknown, Result<E>> };

export const RESULTS = {
  'POST /v1/sessions': v.strictObject({ ...token, portal, overview }),
  'POST /v1/sessions/renew': v.strictObject(token),
  'GET /v1/overview': overview,
  'GET /v1/plans': v.strictObject({ plans: v.array(plan) }),
  'POST /v1/subscriptions/:id/preview': previewShape,
  'POST /v1/subscriptions/:id/change': changed,
  'DELETE /v1/subscriptions/:id/pending-change': changedSubscription,
  'DELETE /v1/subscriptions/:id/scheduled-change': changedSubscription,
  'POST /v1/subscriptions/:id/cancel': changedSubscription,
  'POST /v1/subscriptions/:id/keep': changedSubscription,
  'POST /v1/subscriptions/:id/resubscribe/preview': previewShape,
  'POST /v1/subscriptions/:id/resubscribe': changed,
  'POST /v1/subscriptions/:id/promotion-code': changedSubscription,
  'GET /v1/invoices': page(invoice),
  'GET /v1/invoices/:id/links': v.strictObject({
    hostedUrl: v.nullable(v.string()),
    pdfUrl: v.nullable(v.string()),
  }),
  'POST /v1/invoices/:id/pay': paid,
  'POST /v1/payment-methods/setup': v.strictObject(secrets),
  'POST /v1/payment-methods/confirm': methods,
  'POST /v1/payment-methods/:id/default': methods,
  'DELETE /v1/payment-methods/:id': methods,
} satisfies Shapes;

const codes = Object.keys(PROBLEMS) as ProblemCode[];

export const PROBLEM = exactly<Problem>()(
  v.strictObject({
    type: v.string(),
    code: v.picklist(codes),
    title: v.string(),
    status: v.number(),
    detail: v.exactOptional(v.string()),
    field: v.exactOptional(v.string()),
    reason: v.exactOptional(v.picklist(PAYMENT_FAILURES)),
    retryAfterS: v.exactOptional(v.number()),
    requestId: v.string(),
  }),
);

/** What is wrong with an answer, by the contract; empty where nothing is. */
export function faultsOf(name: Endpoint, status: number, body: unknown): string[] {
  const shape: v.GenericSchema = status < 300 ? RESULTS[name] : PROBLEM;
  const { issues = [] } = v.safeParse(shape, body);
  return issues.map((issue) => `${v.getDotPath(issue) ?? name}: ${issue.message}`);
}
