import type { PaymentMethodsResult, SetupResult } from '../../contract/api.ts';
import { ProblemError, isProblem } from '../problem.ts';
import { idOf } from '../stripe/ids.ts';
import type { StripePaymentMethod } from '../stripe/types.ts';
import type { Billing, BillingChange } from './context.ts';
import { neededPaymentMethods, presentPaymentMethods } from './present/payment-method.ts';
import { moveScheduledChange } from './scheduled-change.ts';
import { ownPaymentMethodId, scheduledPaymentMethodIds } from './snapshot.ts';
import { isEnded } from './subscription-state.ts';

/**
 * On the customer: the last payment method that was taken away. Written before it is, because
 * afterwards Stripe does not know any more whose it was.
 */
const REMOVED = 'portico_removed_payment_method';

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
  // It may have been taken away since: then it is not the customer's any more.
  const method = await billing.gateway.paymentMethods.retrieve(id);
  await makeDefault(billing, method.id);
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

/**
 * Refused for one that a running subscription is charged to: Stripe would let it go, for good. The
 * last one that was taken away is done however often it is asked for, so that a lost answer can be
 * asked for again.
 */
export async function removePaymentMethod(
  billing: BillingChange,
  paymentMethodId: string,
): Promise<PaymentMethodsResult> {
  assertFeature(billing);
  const { gateway } = billing;
  const [method, customer, subscriptions] = await Promise.all([
    retrieveOwn(billing, paymentMethodId),
    gateway.customer.retrieve(),
    gateway.subscriptions.list(),
  ]);
  if (!method) {
    if (customer.metadata[REMOVED] === paymentMethodId) return listPaymentMethods(billing);
    throw new ProblemError('payment-method-not-found');
  }
  if (neededPaymentMethods({ customer, subscriptions }).has(method.id)) {
    throw new ProblemError('payment-method-in-use');
  }
  await gateway.customer.setMetadata({ [REMOVED]: method.id }, billing.key('note-detach'));
  await gateway.paymentMethods.detach(method, billing.key('detach'));
  return listPaymentMethods(billing);
}

async function retrieveOwn(billing: Billing, id: string): Promise<StripePaymentMethod | null> {
  try {
    return await billing.gateway.paymentMethods.retrieve(id);
  } catch (error) {
    if (isProblem(error, 'payment-method-not-found')) return null;
    throw error;
  }
}

/**
 * A subscription with a method of its own would silently go on charging the old one, and a scheduled
 * change would bring it back. Not so before the first payment: Stripe lets nobody change the method
 * of an `incomplete` subscription, whose invoice is paid by hand.
 */
async function makeDefault(billing: BillingChange, paymentMethodId: string): Promise<void> {
  const { gateway } = billing;
  const customer = await gateway.customer.retrieve();
  if (idOf(customer.invoice_settings.default_payment_method) !== paymentMethodId) {
    await gateway.customer.setDefaultPaymentMethod(paymentMethodId, billing.key('default'));
  }
  const live = (await gateway.subscriptions.list()).filter(
    (one) => !isEnded(one) && one.status !== 'incomplete',
  );
  const params = { default_payment_method: paymentMethodId };
  await Promise.all(
    live
      .filter((one) => (ownPaymentMethodId(one) ?? paymentMethodId) !== paymentMethodId)
      .map((one) => gateway.subscriptions.update(one, params, billing.key(`default-${one.id}`))),
  );
  await Promise.all(
    live
      .filter((one) => scheduledPaymentMethodIds(one).some((id) => id !== paymentMethodId))
      .map((one) => moveScheduledChange(billing, one, paymentMethodId)),
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
