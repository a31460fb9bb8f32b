import { nothing, type TemplateResult } from 'lit';
import type { OpenInvoice, Subscription } from '../../contract/billing.ts';
import type { FlowRequest, PortalScreen } from '../flow.ts';
import { hasEnded, planNames } from './names.ts';
import { note, startButton } from './parts.ts';

/** The one thing that the customer should know first. */
export function subscriptionNote(
  portal: PortalScreen,
  subscription: Subscription,
): TemplateResult | typeof nothing {
  const { words, format } = portal;
  const { status, openInvoice, cancelAt, pause, scheduledChange } = subscription;
  if (hasEnded(subscription)) return nothing;
  if (openInvoice) return unpaidNote(portal, subscription, openInvoice);
  if (status === 'incomplete') return note('warn', words.t('note.incomplete-unknown'));
  if (status === 'past_due' || status === 'unpaid') return note('bad', words.t('note.overdue'));
  if (cancelAt !== null)
    return note('warn', words.t('note.ending', { date: format.date(cancelAt) }));
  if (status === 'paused') return note('warn', words.t('note.trial-paused'));
  if (pause) return note('info', pauseText(portal, pause.resumesAt));
  if (scheduledChange) {
    const date = format.date(scheduledChange.effectiveAt);
    const plan = planNames(portal, scheduledChange.items);
    return note('info', words.t('note.change', { date, plan }));
  }
  return status === 'trialing' ? trialNote(portal, subscription) : nothing;
}

function unpaidNote(
  portal: PortalScreen,
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
    invoice: { ...invoice, subscriptionId: subscription.id },
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

function unpaidText(
  portal: PortalScreen,
  subscription: Subscription,
  invoice: OpenInvoice,
): string {
  const { words, format } = portal;
  const amount = format.money(invoice.amountDue, invoice.currency);
  if (subscription.status === 'incomplete') return words.t('note.incomplete', { amount });
  if (!invoice.isAttempted)
    return words.t('note.invoice-open', { amount, date: format.date(invoice.createdAt) });
  // Not which card: another may have become the default since.
  return words.t('note.charge-failed', { amount });
}

function trialNote(
  portal: PortalScreen,
  subscription: Subscription,
): TemplateResult | typeof nothing {
  const { words, format } = portal;
  const { trialEndAt, nextInvoice, paymentMethodId } = subscription;
  if (trialEndAt === null) return nothing;
  const date = format.date(trialEndAt);
  if (paymentMethodId === null) return note('warn', words.t('note.trial-no-card', { date }));
  if (!nextInvoice) return note('info', words.t('note.trial', { date }));
  const amount = format.money(nextInvoice.amountDue, nextInvoice.currency);
  return note('info', words.t('note.trial-charge', { date, amount }));
}

function pauseText({ words, format }: PortalScreen, resumesAt: number | null): string {
  return resumesAt === null
    ? words.t('note.paused')
    : words.t('note.paused-until', { date: format.date(resumesAt) });
}
