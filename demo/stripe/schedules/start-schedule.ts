import type { World } from '../core/world.ts';
import type { InvoiceRequest } from '../invoices/issue.ts';
import { startSubscription } from '../subscriptions/create.ts';
import { itemsOf } from '../subscriptions/subscription-item.ts';
import { refuse } from '../wire/fault.ts';
import { addPhaseItems } from './enter-phase.ts';
import { followEnd } from './follow-end.ts';
import type { PhaseDiscount, Schedule } from './schedule.ts';

/**
 * Makes the subscription of a schedule whose first phase begins now.
 * @returns its first bill, which is not sent yet: a preview wants to see it too.
 */
export function startSchedule(world: World, id: string): InvoiceRequest & { subscription: string } {
  const schedule = world.store.schedules.get(id);
  const [phase] = schedule.phases;
  if (phase === undefined) throw refuse('A schedule must have at least one phase.', 'phases');
  const { defaults } = schedule;
  const now = world.clock.now();
  const collection = phase.collectionMethod ?? defaults.collectionMethod;
  const days = phase.daysUntilDue ?? defaults.daysUntilDue;
  const method = phase.defaultPaymentMethod ?? defaults.defaultPaymentMethod;
  const description = phase.description ?? defaults.description;
  const request = startSubscription(
    world,
    {
      customer: schedule.customer,
      currency: phase.currency,
      items: phase.items.map((item) => ({
        price: item.price,
        quantity: item.quantity,
        metadata: item.metadata,
        discounts: item.discounts.map(asParam),
        tax_rates: item.taxRates,
      })),
      discounts: phase.discounts.map(asParam),
      default_tax_rates: phase.defaultTaxRates,
      metadata: phase.metadata,
      collection_method: collection,
      billing_mode: modeOf(schedule),
      ...(collection === 'send_invoice' && days !== null ? { days_until_due: days } : {}),
      ...(method === null ? {} : { default_payment_method: method }),
      ...(description === null ? {} : { description }),
      ...(phase.trialEnd !== null && phase.trialEnd > now ? { trial_end: phase.trialEnd } : {}),
    },
    { allowsArchived: true },
  );
  const { subscription } = request;
  const isTrial = phase.trialEnd !== null && phase.trialEnd > now;
  const row = world.store.subscriptions.update(subscription, {
    schedule: id,
    status: isTrial ? 'trialing' : 'active',
  });
  addPhaseItems(world, row, phase, itemsOf(world, subscription));
  followEnd(
    world,
    world.store.schedules.update(id, { status: 'active', subscription, entered: 0 }),
  );
  return request;
}

function modeOf({ billingMode: type, prorationDiscounts }: Schedule) {
  const isFlexible = type === 'flexible';
  return { type, flexible: isFlexible ? { proration_discounts: prorationDiscounts } : undefined };
}

function asParam(entry: PhaseDiscount) {
  return {
    coupon: entry.coupon ?? undefined,
    discount: entry.discount ?? undefined,
    promotion_code: entry.promotion_code ?? undefined,
  };
}
