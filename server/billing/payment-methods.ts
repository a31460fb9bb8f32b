import type { PaymentMethodsResult, SetupResult } from '../../contract/api.ts';
import { ProblemError } from '../problem.ts';
import { idOf } from '../stripe/ids.ts';
import type { Billing, BillingChange } from './context.ts';
import { neededPaymentMethods, presentPaymentMethods } from './present/payment-method.ts';
import { isEnded } from './subscription-state.ts';

/** What the browser needs to let Stripe take a new payment method. */
export async function setUpPaymentMethod(billing: BillingChange): Promise<SetupResult> {
  assertFeature(billing);
  const intent = await billing.gateway.paymentMethods.createSetupIntent(billing.key('setup'));
  if (intent.client_secret === null) throw new ProblemError('internal');
  return { clientSecret: intent.client_secret, publishableKey: billing.publishableKey };
}

/** After Stripe has taken it: the new one is charged from now on, wherever the customer is charged. */
export async function confirmPaymentMethod(
  billing: BillingChange,
  setupIntentId: string,
): Promise<PaymentMethodsResult> {
  assertFeature(billing);
  const intent = await billing.gateway.paymentMethods.retrieveSetupIntent(setupIntentId);
  const id = idOf(intent.payment_method);
  if (intent.status !== 'succeeded' || id === null) {
    throw new ProblemError('payment-failed', { reason: 'authentication-failed' });
  }
  await makeDefault(billing, id);
  return listPaymentMethods(billing);
}

export async function chooseDefaultPaymentMethod(
  billing: BillingChange,
  paymentMethodId: string,
): Promise<PaymentMethodsResult> {
  assertFeature(billing);
  const method = await billing.gateway.paymentMethods.retrieve(paymentMethodId);
  await makeDefault(billing, method.id);
  return listPaymentMethods(billing);
}

/** Refused for one that a running subscription is charged to: Stripe would let it go, for good. */
export async function removePaymentMethod(
  billing: BillingChange,
  paymentMethodId: string,
): Promise<PaymentMethodsResult> {
  assertFeature(billing);
  const { gateway } = billing;
  const [method, customer, subscriptions] = await Promise.all([
    gateway.paymentMethods.retrieve(paymentMethodId),
    gateway.customer.retrieve(),
    gateway.subscriptions.list(),
  ]);
  if (neededPaymentMethods({ customer, subscriptions }).has(method.id)) {
    throw new ProblemError('payment-method-in-use');
  }
  await gateway.paymentMethods.detach(method, billing.key('detach'));
  return listPaymentMethods(billing);
}

/** A subscription with a method of its own would silently go on charging the old one. */
async function makeDefault(billing: BillingChange, paymentMethodId: string): Promise<void> {
  const { gateway } = billing;
  await gateway.customer.setDefaultPaymentMethod(paymentMethodId, billing.key('default'));
  const subscriptions = await gateway.subscriptions.list();
  const overriding = subscriptions.filter(
    (one) => !isEnded(one) && idOf(one.default_payment_method) !== null,
  );
  await Promise.all(
    overriding
      .filter((one) => idOf(one.default_payment_method) !== paymentMethodId)
      .map((one) =>
        gateway.subscriptions.update(
          one,
          { default_payment_method: paymentMethodId },
          billing.key(`default-${one.id}`),
        ),
      ),
  );
}

async function listPaymentMethods(billing: Billing): Promise<PaymentMethodsResult> {
  const { gateway } = billing;
  const [customer, subscriptions, paymentMethods] = await Promise.all([
    gateway.customer.retrieve(),
    gateway.subscriptions.list(),
    gateway.paymentMethods.list(),
  ]);
  const snapshot = { customer, subscriptions, paymentMethods };
  return { paymentMethods: presentPaymentMethods(snapshot, billing.now()) };
}

function assertFeature({ settings }: Billing): void {
  if (!settings.features.paymentMethod) throw new ProblemError('action-not-allowed');
}
