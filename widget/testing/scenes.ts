import type { Overview } from '../../contract/billing.ts';
import { DAY, NOW, RENEWAL, invoice, item, overviewOf, subscription } from './fixtures.ts';

const OPEN = {
  id: 'in_open',
  amountDue: 2900,
  currency: 'usd',
  createdAt: NOW - 2 * DAY,
  isAttempted: true,
  nextAttemptAt: NOW + 2 * DAY,
};

const UNPAID_INVOICE = invoice(0, {
  id: 'in_open',
  status: 'open',
  amountDue: 2900,
  canPay: true,
  createdAt: OPEN.createdAt,
});

/** One overview for every state that a customer can be in. */
export const SCENES = {
  active: overviewOf([subscription()]),
  trialing: overviewOf([
    subscription({
      status: 'trialing',
      trialEndAt: NOW + 5 * DAY,
      currentPeriodEndAt: NOW + 5 * DAY,
    }),
  ]),
  pastDue: overviewOf(
    [
      subscription({
        status: 'past_due',
        openInvoice: OPEN,
        allowedActions: ['pay-invoice', 'cancel'],
      }),
    ],
    { invoices: { data: [UNPAID_INVOICE, invoice(2)], nextCursor: null } },
  ),
  canceling: overviewOf([
    subscription({ cancelAt: RENEWAL, nextInvoice: null, allowedActions: ['keep', 'change-plan'] }),
  ]),
  scheduled: overviewOf([
    subscription({
      scheduledChange: { effectiveAt: RENEWAL, items: [item('Starter', 900)] },
      allowedActions: ['undo-scheduled-change', 'change-plan', 'cancel'],
    }),
  ]),
  canceled: overviewOf(
    [
      subscription({
        status: 'canceled',
        endedAt: NOW - 10 * DAY,
        canceledAt: NOW - 40 * DAY,
        nextInvoice: null,
        cancelEffectiveAt: null,
        allowedActions: ['resubscribe'],
      }),
    ],
    { invoices: { data: [invoice(1)], nextCursor: null } },
  ),
  incomplete: overviewOf([
    subscription({
      status: 'incomplete',
      nextInvoice: null,
      openInvoice: { ...OPEN, isAttempted: false, nextAttemptAt: null },
      allowedActions: ['pay-invoice', 'cancel'],
    }),
  ]),
  unpaid: overviewOf([
    subscription({
      status: 'unpaid',
      openInvoice: { ...OPEN, nextAttemptAt: null },
      nextInvoice: null,
      allowedActions: ['pay-invoice', 'cancel'],
    }),
  ]),
  paused: overviewOf([
    subscription({
      pause: { resumesAt: NOW + 60 * DAY },
      nextInvoice: null,
      allowedActions: ['cancel'],
    }),
  ]),
  seats: overviewOf([
    subscription({
      items: [{ ...item('Team', 1200), quantity: 5, unitLabel: 'seat' }],
      discounts: [
        {
          id: 'di_1',
          name: 'Launch offer',
          code: 'LAUNCH20',
          percentOff: 20,
          amountOff: null,
          duration: 'repeating',
          endAt: RENEWAL + 90 * DAY,
        },
      ],
      nextInvoice: { amountDue: 4800, currency: 'usd', dueAt: RENEWAL },
      allowedActions: ['change-plan', 'change-quantity', 'cancel', 'apply-promotion-code'],
    }),
  ]),
  many: overviewOf([
    subscription(),
    subscription({
      id: 'sub_2',
      items: [item('Storage', 500)],
      cancelAt: RENEWAL,
      nextInvoice: null,
      allowedActions: ['keep'],
    }),
    subscription({
      id: 'sub_3',
      status: 'canceled',
      items: [item('Starter', 900)],
      endedAt: NOW - 90 * DAY,
      nextInvoice: null,
      allowedActions: ['resubscribe'],
    }),
  ]),
  empty: overviewOf([], { paymentMethods: [], invoices: { data: [], nextCursor: null } }),
} satisfies Record<string, Overview>;
