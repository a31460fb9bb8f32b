import { html, nothing, type TemplateResult } from 'lit';
import type { Subscription, SubscriptionItem, SubscriptionStatus } from '../../contract/billing.ts';
import type { FlowName, FlowRequest, PortalScreen } from '../flow.ts';
import {
  discountText,
  expiryText,
  hasEnded,
  methodById,
  methodName,
  planNames,
  priceText,
} from './names.ts';
import { subscriptionNote } from './note.ts';
import type { Tone } from './icons.ts';
import { badge, row, startButton } from './parts.ts';

/** One subscription: what it is, what is charged next, and what can be done with it. */
export function subscriptionCard(portal: PortalScreen, subscription: Subscription): TemplateResult {
  const { id, items, discounts } = subscription;
  const status = shownStatus(subscription);
  return html`<article class="card" part="subscription" aria-labelledby="plan-${id}">
    <div class="head">
      <h3 id="plan-${id}" class="plan" part="plan-name">
        <bdi>${planNames(portal, items)}</bdi>
      </h3>
      ${badge(portal.words.t(`status.${status}`), TONES[status])}
    </div>
    ${items.map((item) => itemLine(portal, item, items.length > 1))}
    ${subscriptionNote(portal, subscription)} ${portal.flowAt(`subscription:${id}`)?.render()}
    <dl class="rows">
      ${quantityRow(portal, subscription)} ${chargeRow(portal, subscription)}
      ${methodRow(portal, subscription)}
      ${discounts.map((discount) =>
        row(portal.words.t('discount.label'), html`<bdi>${discountText(portal, discount)}</bdi>`),
      )}
    </dl>
    ${actions(portal, subscription)}
  </article>`;
}

function itemLine(
  portal: PortalScreen,
  item: SubscriptionItem,
  isOneOfMany: boolean,
): TemplateResult {
  const { planName: plan, quantity: count } = item;
  const name = count === 1 ? plan : portal.words.t('review.line-quantity', { plan, count });
  return html`<p class="price" part="price">
    ${isOneOfMany ? html`<bdi class="muted">${name}</bdi>` : nothing}
    <span class="amount">${priceText(portal, item, count)}</span>
  </p>`;
}

function quantityRow({ words, format }: PortalScreen, { items }: Subscription) {
  const [item, ...others] = items;
  if (!item || others.length || (item.quantity === 1 && !item.unitLabel)) return nothing;
  return row(words.t('plans.quantity'), format.number(item.quantity));
}

type Shown = SubscriptionStatus | 'ending';

const TONES: Record<Shown, Tone> = {
  active: 'good',
  trialing: 'info',
  past_due: 'bad',
  unpaid: 'bad',
  incomplete: 'warn',
  ending: 'warn',
  paused: 'plain',
  canceled: 'plain',
  incomplete_expired: 'plain',
};

/** What a subscription is, as the customer would say it. */
function shownStatus(subscription: Subscription): Shown {
  const { status, cancelAt, pause } = subscription;
  if (hasEnded(subscription) || ['past_due', 'unpaid', 'incomplete'].includes(status))
    return status;
  if (cancelAt !== null) return 'ending';
  return pause ? 'paused' : status;
}

function chargeRow({ words, format }: PortalScreen, subscription: Subscription): TemplateResult {
  const { nextInvoice, cancelAt, endedAt, canceledAt } = subscription;
  const over = endedAt ?? (hasEnded(subscription) ? canceledAt : null);
  if (over !== null) return row(words.t('ended.label'), format.date(over));
  if (nextInvoice)
    return row(
      words.t('next-charge.label'),
      words.t('next-charge.value', {
        amount: format.money(nextInvoice.amountDue, nextInvoice.currency),
        date: format.date(nextInvoice.dueAt),
      }),
    );
  return cancelAt === null
    ? row(words.t('next-charge.label'), words.t('next-charge.none'))
    : row(words.t('access-until.label'), format.date(cancelAt));
}

function methodRow(
  portal: PortalScreen,
  subscription: Subscription,
): TemplateResult | typeof nothing {
  if (hasEnded(subscription)) return nothing;
  const { words } = portal;
  const label = words.t('paid-with.label');
  const method = methodById(portal, subscription.paymentMethodId);
  if (!method) return row(label, words.t('paid-with.none'));
  const expiry = method.isExpired ? words.t('methods.expired') : expiryText(portal, method);
  return row(
    label,
    html`<bdi>${methodName(portal, method)}</bdi> <span class="muted whole">${expiry}</span>`,
  );
}

function actions(
  portal: PortalScreen,
  subscription: Subscription,
): TemplateResult | typeof nothing {
  const { words } = portal;
  const { id: subscriptionId, allowedActions } = subscription;
  const can = (action: Subscription['allowedActions'][number]) => allowedActions.includes(action);
  const start = (name: PlainFlow, label: string, kind: 'primary' | 'plain' | 'link' = 'plain') =>
    startButton(portal, { name, subscriptionId }, { label, kind });
  // What is overdue comes first, and has its button in the note.
  const undo = subscription.openInvoice ? 'plain' : 'primary';
  const buttons = [
    can('keep') && start('keep', words.t('action.keep'), undo),
    can('undo-scheduled-change') && start('undo-change', words.t('action.undo-change'), undo),
    can('resubscribe') && start('resubscribe', words.t('action.resubscribe'), 'primary'),
    can('change-plan')
      ? start('change-plan', words.t('action.change-plan'))
      : can('change-quantity') && start('change-plan', words.t('action.change-quantity')),
    can('apply-promotion-code') && start('promotion-code', words.t('action.add-code')),
    can('cancel') && start('cancel', words.t('action.cancel'), 'link'),
  ].filter((button) => button !== false);
  return buttons.length ? html`<div class="actions" part="actions">${buttons}</div>` : nothing;
}

type PlainFlow = Extract<FlowRequest, { subscriptionId: string }>['name'] & FlowName;
