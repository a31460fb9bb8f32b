import { longId } from '../core/ids.ts';
import type { World } from '../core/world.ts';
import { liveCustomer } from '../customers/customer.ts';
import { billingModeOf } from '../subscriptions/insert-subscription.ts';
import { itemsOf } from '../subscriptions/subscription-item.ts';
import { isLive } from '../subscriptions/subscription.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import { mergeMetadata } from '../wire/common-params.ts';
import { refuse } from '../wire/fault.ts';
import { readDefaults } from './read-defaults.ts';
import { readPhases } from './read-phases.ts';
import type { CreateParams } from './schedule-params.ts';
import type { Phase, Schedule } from './schedule.ts';

/** A schedule of its own, or one that takes a subscription over, which takes no other word. */
export function insertSchedule(world: World, params: CreateParams): Schedule {
  const { from_subscription: from, expand: _expand, ...rest } = params;
  if (from === undefined) return insertNew(world, params);
  const [wrong] = Object.keys(rest);
  if (wrong !== undefined) {
    throw refuse(
      'When `from_subscription` is set, no other parameter may be: update the schedule afterwards.',
      wrong,
    );
  }
  return takeOver(world, from);
}

function insertNew(world: World, params: CreateParams): Schedule {
  const { customer: id, phases, start_date: startDate } = params;
  if (id === undefined) {
    throw refuse('You must pass customer or from_subscription.', 'customer', 'parameter_missing');
  }
  if (phases === undefined) {
    throw refuse('Missing required param: phases.', 'phases', 'parameter_missing');
  }
  if (startDate === undefined) {
    throw refuse('Missing required param: start_date.', 'start_date', 'parameter_missing');
  }
  const customer = liveCustomer(world, id, 'customer');
  const now = world.clock.now();
  const start = startDate === 'now' ? now : startDate;
  if (start < now) {
    throw refuse('The simulator does not begin a schedule in the past yet.', 'start_date');
  }
  const { billingMode, prorationDiscounts } = billingModeOf(params);
  const scope = { customer: customer.id, currency: null, billingMode, start };
  return world.store.schedules.insert({
    ...blank(world, customer.id),
    billingMode,
    prorationDiscounts,
    endBehavior: params.end_behavior ?? 'release',
    defaults: readDefaults(world, params.default_settings, { customer: customer.id }),
    metadata: mergeMetadata({}, params.metadata),
    phases: readPhases(world, phases, scope),
  });
}

/** The running period becomes the first phase, with what the subscription is now. */
function takeOver(world: World, id: string): Schedule {
  const subscription = world.store.subscriptions.get(id, 'from_subscription');
  const at = 'from_subscription';
  if (!isLive(subscription)) {
    throw refuse('You cannot migrate a subscription that has ended to a schedule.', at);
  }
  if (subscription.schedule !== null) {
    throw refuse('You cannot migrate a subscription that is already attached to a schedule.', at);
  }
  if (subscription.cancelAt !== null) {
    throw refuse('You cannot migrate a subscription that is set to cancel.', at);
  }
  const schedule = world.store.schedules.insert({
    ...blank(world, subscription.customer),
    subscription: id,
    status: 'active',
    entered: 0,
    billingMode: subscription.billingMode,
    prorationDiscounts: subscription.prorationDiscounts,
    defaults: {
      anchor: 'automatic',
      collectionMethod: subscription.collectionMethod,
      daysUntilDue: subscription.daysUntilDue,
      defaultPaymentMethod: null,
      description: null,
    },
    phases: [phaseOf(world, subscription)],
  });
  world.store.subscriptions.update(id, { schedule: schedule.id });
  return schedule;
}

function phaseOf(world: World, subscription: Subscription): Phase {
  const items = itemsOf(world, subscription.id);
  const named = (discount: string) => ({ coupon: null, promotion_code: null, discount });
  return {
    start: Math.min(...items.map((item) => item.start)),
    end: Math.min(...items.map((item) => item.end)),
    items: items.map(({ price, quantity, metadata, taxRates, discounts }) => ({
      price,
      quantity,
      metadata,
      discounts: discounts.map(named),
      taxRates,
    })),
    addedItems: [],
    currency: subscription.currency,
    discounts: subscription.discounts.map(named),
    prorationBehavior: 'create_prorations',
    anchor: null,
    collectionMethod: null,
    daysUntilDue: null,
    defaultPaymentMethod: subscription.defaultPaymentMethod,
    defaultTaxRates: subscription.defaultTaxRates,
    description: subscription.description,
    metadata: subscription.metadata,
    isTrial: false,
    trialEnd: subscription.status === 'trialing' ? subscription.trialEnd : null,
  };
}

function blank(world: World, customer: string) {
  return {
    id: longId('sub_sched'),
    created: world.clock.now(),
    customer,
    subscription: null,
    releasedSubscription: null,
    status: 'not_started' as const,
    endBehavior: 'release' as const,
    metadata: {},
    entered: -1,
    canceledAt: null,
    completedAt: null,
    releasedAt: null,
  };
}
