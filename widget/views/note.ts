import { nothing, type TemplateResult } from 'lit';
import type { OpenInvoice, Subscription } from '../../contract/billing.ts';
import type { FlowRequest, Portal } from '../flow.ts';
import { hasEnded, methodById, methodName, planNames } from './names.ts';
import { note, startButton } from './parts.ts';

/** The one thing that the customer should know first, with what to do about it. */
export function subscriptionNote(
  portal: Portal,
  subscription: Subscription,
): TemplateResult | typeof nothing {
  const { words, format } = portal;
  const { status, openInvoice, cancelAt, pause, scheduledChange } = subscription;
  if (hasEnded(subscription)) return nothing;
  if (openInvoice) return unpaidNote(portal, subscription, openInvoice);
  if (status === 'incomplete') return note('warn', words.t('note.incomplete-unknown'));
  if (status === 'past_due' || status === 'unpaid') return note('bad', words.t('note.overdue'));
  if (cancelAt !== null)
    return note(
      'warn',
      words.t('note.ending', { date: format.date(cancelAt) }),
      undoButton(portal, subscription, 'keep'),
    );
  if (status === 'paused') return note('warn', words.t('note.trial-paused'));
  if (pause) return note('info', pauseText(portal, pause.resumesAt));
  if (scheduledChange) {
    const date = format.date(scheduledChange.effectiveAt);
    const plan = planNames(portal, scheduledChange.items);
    return note(
      'info',
      words.t('note.change', { date, plan }),
      undoButton(portal, subscription, 'undo-change'),
    );
  }
  return status === 'trialing' ? trialNote(portal, subscription) : nothing;
}

function unpaidNote(
  portal: Portal,
  subscription: Subscription,
  invoice: OpenInvoice,
): TemplateResult {
  const { words, format } = portal;
  const retry =
    invoice.nextAttemptAt === null
      ? ''
      : words.t('note.charge-retry', { date: format.date(invoice.nextAttemptAt) });
  const request: FlowRequest = {
    name: 'pay-invoice',
    place: `subscription:${subscription.id}`,
    invoice: { ...invoice, paymentMethodId: subscription.paymentMethodId },
  };
  const isPaying = portal.flowAt(request.place) !== null;
  const canPay = subscription.allowedActions.includes('pay-invoice') && !isPaying;
  return note(
    invoice.isAttempted ? 'bad' : 'warn',
    `${unpaidText(portal, subscription, invoice)} ${retry}`,
    canPay
      ? startButton(portal, request, { label: words.t('action.pay-now'), kind: 'primary' })
      : nothing,
  );
}

function unpaidText(portal: Portal, subscription: Subscription, invoice: OpenInvoice): string {
  const { words, format } = portal;
  const amount = format.money(invoice.amountDue, invoice.currency);
  if (subscription.status === 'incomplete') return words.t('note.incomplete', { amount });
  if (!invoice.isAttempted)
    return words.t('note.invoice-open', { amount, date: format.date(invoice.createdAt) });
  const method = methodById(portal, subscription.paymentMethodId);
  return method
    ? words.t('note.charge-failed-card', { amount, method: methodName(portal, method) })
    : words.t('note.charge-failed', { amount });
}

function trialNote(portal: Portal, subscription: Subscription): TemplateResult | typeof nothing {
  const { words, format } = portal;
  const { trialEndAt, nextInvoice, paymentMethodId } = subscription;
  if (trialEndAt === null) return nothing;
  const date = format.date(trialEndAt);
  if (paymentMethodId === null) return note('warn', words.t('note.trial-no-card', { date }));
  if (!nextInvoice) return note('info', words.t('note.trial', { date }));
  const amount = format.money(nextInvoice.amountDue, nextInvoice.currency);
  return note('info', words.t('note.trial-charge', { date, amount }));
}

function pauseText({ words, format }: Portal, resumesAt: number | null): string {
  return resumesAt === null
    ? words.t('note.paused')
    : words.t('note.paused-until', { date: format.date(resumesAt) });
}

function undoButton(portal: Portal, subscription: Subscription, name: 'keep' | 'undo-change') {
  const action = name === 'keep' ? 'keep' : 'undo-scheduled-change';
  if (!subscription.allowedActions.includes(action)) return nothing;
  return startButton(
    portal,
    { name, subscriptionId: subscription.id },
    {
      label: portal.words.t(`action.${name}`),
      busyLabel: portal.words.t('status.working'),
      kind: 'primary',
    },
  );
}

/** Which of the undo buttons the note already holds. */
export function noteAction(subscription: Subscription): 'keep' | 'undo-change' | null {
  const { openInvoice, status, cancelAt, pause, scheduledChange } = subscription;
  const isUnpaid = ['incomplete', 'past_due', 'unpaid'].includes(status);
  if (openInvoice || isUnpaid || hasEnded(subscription)) return null;
  if (cancelAt !== null) return 'keep';
  return scheduledChange && !pause && status !== 'paused' ? 'undo-change' : null;
}
