import type Stripe from 'stripe';
import type { StripeSimulator } from '../stripe/simulator.ts';
import type { Catalogue } from './catalogue.ts';
import type { PersonKey } from './people.ts';
import { passChallenge, saveCard, scheduleChange, subscribe } from './steps.ts';
import type { Timeline } from './timeline.ts';

export interface Stage {
  timeline: Timeline;
  stripe: Stripe;
  simulator: StripeSimulator;
  catalogue: Catalogue;
  customers: Record<PersonKey, string>;
}

/** Puts into the timeline what happened to each customer. */
export function tellStories(stage: Stage): void {
  tellPlainOnes(stage);
  tellTroubles(stage);
  tellEndings(stage);
  tellChanges(stage);
}

function tellPlainOnes({ timeline, stripe, catalogue, customers }: Stage): void {
  const { prices } = catalogue;
  timeline.at(timeline.ago({ months: 4, days: -11, hours: 3 }), async () => {
    await saveCard(stripe, customers.monthly, 'pm_card_visa');
    await subscribe(stripe, customers.monthly, [{ price: prices.proMonthly }]);
  });
  timeline.at(timeline.ago({ months: 12, days: -48, hours: 7 }), async () => {
    await saveCard(stripe, customers.yearly, 'pm_card_mastercard');
    await subscribe(stripe, customers.yearly, [{ price: prices.proYearly }]);
  });
  timeline.at(timeline.ago({ months: 3, days: -19, hours: 5 }), async () => {
    await saveCard(stripe, customers.two, 'pm_card_amex');
    await subscribe(stripe, customers.two, [{ price: prices.teamMonthly, quantity: 5 }]);
  });
  timeline.at(timeline.ago({ months: 2, days: -6, hours: 1 }), async () => {
    await subscribe(stripe, customers.two, [{ price: prices.archiveMonthly }]);
  });
  timeline.at(timeline.ago({ months: 6, days: -7, hours: 9 }), async () => {
    await saveCard(stripe, customers.yen, 'pm_card_visa');
    await subscribe(stripe, customers.yen, [{ price: prices.proMonthly }], { currency: 'jpy' });
  });
  timeline.at(timeline.ago({ months: 5, days: -23, hours: 2 }), async () => {
    await saveCard(stripe, customers.seats, 'pm_card_visa');
    await subscribe(stripe, customers.seats, [{ price: prices.teamMonthly, quantity: 3 }]);
  });
  timeline.at(timeline.ago({ months: 15, days: -4, hours: 6 }), async () => {
    await saveCard(stripe, customers.invoices, 'pm_card_visa');
    await subscribe(stripe, customers.invoices, [{ price: prices.starterMonthly }]);
  });
}

function tellTroubles({ timeline, stripe, simulator, catalogue, customers }: Stage): void {
  const { prices } = catalogue;
  timeline.at(timeline.ago({ months: 3, days: 2, hours: 4 }), async () => {
    await saveCard(stripe, customers.pastdue, 'pm_card_visa');
    await subscribe(stripe, customers.pastdue, [{ price: prices.proMonthly }]);
  });
  timeline.at(timeline.ago({ days: 9 }), async () => {
    await saveCard(stripe, customers.pastdue, 'pm_card_chargeCustomerFail');
  });
  let goodCard = '';
  timeline.at(timeline.ago({ months: 2, days: -13, hours: 6 }), async () => {
    goodCard = await saveCard(stripe, customers.declining, 'pm_card_visa');
    await subscribe(stripe, customers.declining, [{ price: prices.proMonthly }]);
  });
  timeline.at(timeline.ago({ days: 2 }), async () => {
    await saveCard(stripe, customers.declining, 'pm_card_chargeCustomerFail');
    await stripe.paymentMethods.detach(goodCard);
  });
  timeline.at(timeline.ago({ days: 10, hours: 8 }), async () => {
    await saveCard(stripe, customers.secure, 'pm_card_authenticationRequired');
    const { id } = await subscribe(stripe, customers.secure, [{ price: prices.proMonthly }]);
    await passChallenge(stripe, simulator, id);
  });
}

function tellEndings({ timeline, stripe, catalogue, customers }: Stage): void {
  const { prices } = catalogue;
  let cancelling = '';
  let canceled = '';
  let weekly = '';
  timeline.at(timeline.ago({ months: 2, days: -9, hours: 11 }), async () => {
    await saveCard(stripe, customers.cancelling, 'pm_card_visa');
    cancelling = (await subscribe(stripe, customers.cancelling, [{ price: prices.proMonthly }])).id;
  });
  timeline.at(timeline.ago({ days: 3 }), async () => {
    await stripe.subscriptions.update(cancelling, {
      cancel_at_period_end: true,
      cancellation_details: { feedback: 'unused', comment: 'I am away for the summer.' },
    });
  });
  timeline.at(timeline.ago({ months: 5, days: 13 }), async () => {
    await saveCard(stripe, customers.canceled, 'pm_card_visa');
    canceled = (await subscribe(stripe, customers.canceled, [{ price: prices.starterMonthly }])).id;
  });
  timeline.at(timeline.ago({ days: 21 }), async () => {
    await stripe.subscriptions.cancel(canceled);
  });
  timeline.at(timeline.ago({ days: 7 * 22 }), async () => {
    weekly = (await subscribe(stripe, customers.invoices, [{ price: prices.archiveWeekly }])).id;
  });
  timeline.at(timeline.ago({ days: 10 }), async () => {
    await stripe.subscriptions.cancel(weekly);
  });
}

function tellChanges({ timeline, stripe, catalogue, customers }: Stage): void {
  const { prices } = catalogue;
  let scheduled = '';
  timeline.at(timeline.ago({ days: 8, hours: 1 }), async () => {
    await saveCard(stripe, customers.trialing, 'pm_card_visa');
    await subscribe(stripe, customers.trialing, [{ price: prices.starterMonthly }], {
      trial_period_days: 14,
    });
  });
  timeline.at(timeline.ago({ months: 2, days: -15, hours: 10 }), async () => {
    await saveCard(stripe, customers.scheduled, 'pm_card_visa');
    scheduled = (await subscribe(stripe, customers.scheduled, [{ price: prices.proMonthly }])).id;
  });
  timeline.at(timeline.ago({ days: 1 }), async () => {
    await scheduleChange(stripe, scheduled, prices.starterMonthly);
  });
}
