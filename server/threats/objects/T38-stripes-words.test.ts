import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PAYMENT_FAILURES, PROBLEMS } from '../../../contract/problems.ts';
import { asProblemError, problemReply } from '../../problem.ts';
import { fromStripe, stripeFacts } from '../../stripe/errors.ts';
import { stripeErrorOf } from '../../stripe/testing/stripe-error.ts';
import { faultsOf } from '../../testing/contract-shapes.ts';
import { rawAs, type RawCaller } from '../../testing/raw-call.ts';
import { pathOf, retell } from '../../testing/retell.ts';
import { setStage, type Stage } from '../../testing/stage.ts';

let stage: Stage;
let ask: RawCaller;
/** What Stripe answers to the next reading of a setup intent. */
let next: { status: number; error: object } | null = null;
beforeAll(async () => {
  stage = await setStage();
  ask = await rawAs(stage, 'monthly');
  retell(stage, async (request, tell) =>
    next && pathOf(request).startsWith('/v1/setup_intents/')
      ? Response.json({ error: next.error }, { status: next.status, headers: HEADERS })
      : tell(request),
  );
});
afterAll(() => stage.stop());

const HEADERS = { 'request-id': 'req_canaryRequest', 'stripe-should-retry': 'false' };

/** Everything that Stripe's errors are known to carry, each with a mark. */
const CANARY = {
  message: 'canary-message: Invalid API Key provided: sk_test_canaryKey1234 for cus_canaryOther1',
  doc_url: 'https://stripe.com/docs/canary-doc',
  request_log_url: 'https://dashboard.stripe.com/canary-log',
  charge: 'ch_canaryCharge',
  advice_code: 'canary-advice',
  network_decline_code: 'canary-network',
  payment_intent: { id: 'pi_canary', client_secret: 'pi_canary_secret_canary' },
  payment_method: { id: 'pm_canary', billing_details: { email: 'canary@example.com' } },
  setup_intent: { client_secret: 'seti_canary_secret_canary' },
  source: { id: 'src_canary' },
};
const MARKS = /canary|sk_test|dashboard|stripe\.com|\bat .+:\d+:\d+/i;

const KINDS: { type: string; statuses: number[]; codes: string[] }[] = [
  {
    type: 'card_error',
    statuses: [402],
    codes: [
      'card_declined',
      'expired_card',
      'incorrect_cvc',
      'incorrect_number',
      'incorrect_zip',
      'insufficient_funds',
      'processing_error',
      'authentication_required',
      'payment_intent_authentication_failure',
      'card_velocity_exceeded',
      'canary_code',
    ],
  },
  {
    type: 'invalid_request_error',
    statuses: [400, 404, 403],
    codes: [
      'resource_missing',
      'parameter_invalid_empty',
      'parameter_missing',
      'parameter_unknown',
      'parameter_invalid_integer',
      'invoice_not_editable',
      'invoice_upcoming_none',
      'invoice_no_payment_method_types',
      'customer_max_subscriptions',
      'promotion_code_invalid',
      'coupon_expired',
      'amount_too_large',
      'api_key_expired',
      'platform_api_key_expired',
      'secret_key_required',
      'testmode_charges_only',
      'livemode_mismatch',
      'account_invalid',
      'tax_id_invalid',
      'lock_timeout',
      'canary_code',
    ],
  },
  { type: 'api_error', statuses: [500, 502, 503], codes: ['canary_code', ''] },
  { type: 'idempotency_error', statuses: [400, 409], codes: ['idempotency_key_in_use', ''] },
  { type: 'authentication_error', statuses: [401], codes: ['api_key_expired', ''] },
  { type: 'permission_error', statuses: [403], codes: ['more_permissions_required', ''] },
  { type: 'rate_limit_error', statuses: [429], codes: ['rate_limit', 'lock_timeout'] },
  { type: 'canary_type', statuses: [400, 418], codes: ['canary_code', ''] },
];
const PARAMS = [undefined, 'id', 'discounts[0][promotion_code]', 'canary_param'];

const SAMPLES = KINDS.flatMap(({ type, statuses, codes }) =>
  statuses.flatMap((statusCode) =>
    codes.flatMap((code) =>
      PARAMS.map((param) => ({
        ...CANARY,
        type,
        statusCode,
        code,
        param,
        decline_code: 'canary_decline',
        requestId: 'req_canaryRequest',
        headers: { authorization: 'Bearer sk_test_canaryKey1234' },
      })),
    ),
  ),
);

describe('T38 Stripe’s own error texts in an answer', () => {
  it('are 120 samples at least', () => {
    expect(SAMPLES.length).toBeGreaterThanOrEqual(120);
  });

  it.each(['read', 'write'] as const)('there are none, on a %s: a code of ours is all', (call) => {
    for (const sample of SAMPLES) {
      const problem = asProblemError(fromStripe(stripeErrorOf(sample), call));
      const { text, status } = problemReply(problem, 'our-own-id');
      expect(text, JSON.stringify(sample)).not.toMatch(MARKS);
      expect(faultsOf('GET /v1/overview', 500, JSON.parse(text))).toEqual([]);
      expect(status).toBe(PROBLEMS[problem.code].status);
      const { reason } = problem.details;
      if (reason) expect(PAYMENT_FAILURES).toContain(reason);
    }
  });

  it('the log is told type, code, status, request and parameter, and nothing else', () => {
    for (const sample of SAMPLES) {
      const facts = stripeFacts(stripeErrorOf(sample));
      expect(Object.keys(facts).toSorted()).toEqual([
        'stripeCode',
        'stripeParam',
        'stripeRequestId',
        'stripeStatus',
        'stripeType',
      ]);
      expect(JSON.stringify(facts)).not.toMatch(/sk_test|canary-message|canary_secret|dashboard/);
    }
  });

  it('nor does one get out through the whole server', async () => {
    const lines = stage.log.length;
    const call = { method: 'POST', path: '/v1/payment-methods/confirm' };
    const body = JSON.stringify({ setupIntentId: 'seti_canaryOwn1' });
    for (const { statusCode, type, code, param } of SAMPLES.filter((_, index) => index % 4 === 0)) {
      next = { status: statusCode, error: { ...CANARY, type, code, param } };
      const { everything, text, status } = await ask({ ...call, body });
      expect(status, JSON.stringify(next)).toBeGreaterThanOrEqual(400);
      expect(everything).not.toMatch(MARKS);
      expect(faultsOf('POST /v1/payment-methods/confirm', status, JSON.parse(text))).toEqual([]);
    }
    const logged = stage.log.slice(lines).join('\n');
    expect(logged).not.toMatch(/sk_test_canary|canary-message|canary_secret|dashboard/);
    expect(logged).toContain('req_canaryRequest');
  });
});
