import type { World } from '../core/world.ts';
import { ownPaymentMethod } from '../payments/attach.ts';
import { cleared, mergeMetadata } from '../wire/common-params.ts';
import { refuse } from '../wire/fault.ts';
import { endByName } from './cancel-at.ts';
import type { CancelAt } from './cancel-at.ts';
import { itemsOf } from './subscription-item.ts';
import type { Feedback, Subscription } from './subscription.ts';
import type { UpdateParams } from './update-params.ts';

/** Everything in an update that costs nothing. */
export function applySettings(world: World, id: string, params: UpdateParams): void {
  const old = world.store.subscriptions.get(id);
  const pause = params.pause_collection;
  const rates = params.default_tax_rates;
  world.store.subscriptions.update(id, {
    ...cancellationOf(world, old, params),
    ...collectionOf(old, params),
    defaultPaymentMethod: methodOf(world, old, params.default_payment_method),
    defaultTaxRates:
      rates === undefined
        ? old.defaultTaxRates
        : (rates || []).map((rate) => world.store.taxRates.get(rate, 'default_tax_rates').id),
    description: cleared(params.description, old.description),
    metadata: mergeMetadata(old.metadata, params.metadata),
    methodTypes: methodTypesOf(old, params),
    savesPaymentMethod:
      params.payment_settings?.save_default_payment_method === undefined
        ? old.savesPaymentMethod
        : params.payment_settings.save_default_payment_method === 'on_subscription',
    missingPaymentMethod:
      params.trial_settings?.end_behavior.missing_payment_method ?? old.missingPaymentMethod,
    pauseCollection:
      pause === undefined
        ? old.pauseCollection
        : pause === ''
          ? null
          : { behavior: pause.behavior, resumesAt: pause.resumes_at ?? null },
  });
}

function methodTypesOf(old: Subscription, { payment_settings: settings }: UpdateParams) {
  const types = settings?.payment_method_types;
  return types === undefined ? old.methodTypes : types || null;
}

export function readCancellation(
  old: Subscription['cancellation'],
  details: UpdateParams['cancellation_details'],
): Subscription['cancellation'] {
  if (details === undefined) return old;
  const feedback: Feedback | '' | undefined = details.feedback;
  return {
    ...old,
    comment: cleared(details.comment, old.comment),
    feedback: feedback === undefined ? old.feedback : feedback === '' ? null : feedback,
  };
}

/** Setting an end notes when and why; taking it back clears both. */
function cancellationOf(
  world: World,
  old: Subscription,
  params: UpdateParams,
): Partial<Subscription> {
  const cancellation = readCancellation(old.cancellation, params.cancellation_details);
  const { cancel_at: at, cancel_at_period_end: atPeriodEnd } = params;
  const isCleared = at === '' || (atPeriodEnd === false && old.cancelAtPeriodEnd);
  if (isCleared && typeof at !== 'number' && atPeriodEnd !== true) {
    return {
      cancelAt: null,
      cancelAtPeriodEnd: false,
      canceledAt: null,
      cancellation: { ...cancellation, reason: null },
    };
  }
  if (!at && atPeriodEnd !== true) return { cancellation };
  return {
    cancelAt: endOf(world, old, at || 'max_period_end'),
    cancelAtPeriodEnd: atPeriodEnd === true,
    canceledAt: world.clock.now(),
    cancellation: { ...cancellation, reason: 'cancellation_requested' },
  };
}

function endOf(world: World, subscription: Subscription, at: CancelAt): number {
  const end = endByName(itemsOf(world, subscription.id), at);
  if (end <= world.clock.now()) throw refuse('cancel_at must be in the future.', 'cancel_at');
  return end;
}

function collectionOf(old: Subscription, params: UpdateParams): Partial<Subscription> {
  const collectionMethod = params.collection_method ?? old.collectionMethod;
  const daysUntilDue = params.days_until_due ?? old.daysUntilDue;
  if (collectionMethod === 'send_invoice' && daysUntilDue === null) {
    throw refuse('Missing required param: days_until_due.', 'days_until_due', 'parameter_missing');
  }
  return {
    collectionMethod,
    daysUntilDue: collectionMethod === 'send_invoice' ? daysUntilDue : null,
  };
}

function methodOf(world: World, old: Subscription, id: string | undefined): string | null {
  if (id === undefined) return old.defaultPaymentMethod;
  if (id === '') return null;
  const owner = { customer: old.customer, param: 'default_payment_method' };
  return ownPaymentMethod(world, id, owner).id;
}
