import { invoiceDue } from '../invoices/invoice-due.ts';
import { invoiceMoments, scheduleMoments, subscriptionMoments } from '../events/moment-due.ts';
import { chargeDue, refundDue } from '../payments/charge-due.ts';
import { scheduleDue } from '../schedules/schedule-due.ts';
import { subscriptionDue } from '../subscriptions/subscription-due.ts';
import { testClockDue } from '../test-clocks/delete-test-clock.ts';
import type { DueSource } from './agenda.ts';

/** Everything that happens by time alone; at one second the first here comes first. */
export const DUE_SOURCES: DueSource[] = [
  subscriptionDue,
  scheduleDue,
  invoiceDue,
  chargeDue,
  refundDue,
  subscriptionMoments,
  invoiceMoments,
  scheduleMoments,
  testClockDue,
];
