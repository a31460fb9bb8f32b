import type Stripe from 'stripe';
import { expand } from '../wire/common-params.ts';
import { integer, oneOf, required, shape } from '../wire/params.ts';
import type { Read } from '../wire/params.ts';
import { billingMode, prorationBehavior } from './create-params.ts';
import { anchor } from './update-params.ts';

export const billFor = shape<Stripe.SubscriptionPauseParams.BillFor>()({
  outstanding_usage_through:
    shape<Stripe.SubscriptionPauseParams.BillFor.OutstandingUsageThrough>()({
      type: required(oneOf('none', 'now')),
    }),
  unused_time_from: shape<Stripe.SubscriptionPauseParams.BillFor.UnusedTimeFrom>()({
    type: required(oneOf('item_current_period_start', 'none', 'now')),
  }),
});
export const invoicingBehavior = oneOf('invoice', 'pending_invoice_item');

export const pauseParams = shape<Stripe.SubscriptionPauseParams>()({
  bill_for: billFor,
  expand,
  invoicing_behavior: invoicingBehavior,
  type: oneOf('subscription'),
});
export type PauseParams = Read<typeof pauseParams>;

export const resumeParams = shape<Stripe.SubscriptionResumeParams>()({
  billing_cycle_anchor: anchor,
  expand,
  payment_behavior: oneOf('resume_on_payment_attempt', 'resume_on_payment_success'),
  proration_behavior: prorationBehavior,
  proration_date: integer,
});
export type ResumeParams = Read<typeof resumeParams>;

export const migrateParams = shape<Stripe.SubscriptionMigrateParams>()({
  billing_mode: required(billingMode),
  expand,
});
export type MigrateParams = Read<typeof migrateParams>;
