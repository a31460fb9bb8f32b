import { html, nothing, type TemplateResult } from 'lit';
import type { Subscription, SubscriptionItem } from '../../contract/billing.ts';
import type { FlowName, FlowRequest, Portal } from '../flow.ts';
import { discountText, hasEnded, methodById, methodName, planNames, priceText } from './names.ts';
import { noteAction, subscriptionNote } from './note.ts';
import { badge, row, startButton } from './parts.ts';

/** One subscription: what it is, what is charged next, and what can be done with it. */
export function subscriptionCard(portal: Portal, subscription: Subscription): TemplateResult {
  const { id, items, discounts } = subscription;
  return html`<article class="card" part="subscription" aria-labelledby="plan-${id}">
    <div class="head">
      <h3 id="plan-${id}" class="plan" part="plan-name">
        <bdi>${planNames(portal, items)}</bdi>
      </h3>
      ${statusBadge(portal, subscription)}
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

function itemLine(portal: Portal, item: SubscriptionItem, isOneOfMany: boolean): TemplateResult {
  const { planName: plan, quantity: count } = item;
  const name = count === 1 ? plan : portal.words.t('review.line-quantity', { plan, count });
  return html`<p class="price" part="price">
    ${isOneOfMany ? html`<bdi class="muted">${name}</bdi>` : nothing}
    <span class="amount">${priceText(portal, item, count)}</span>
  </p>`;
}

function quantityRow({ words, format }: Portal, { items }: Subscription) {
  const [item, ...others] = items;
  if (!item || others.length || (item.quantity === 1 && !item.unitLabel)) return nothing;
  return row(words.t('plans.quantity'), format.number(item.quantity));
}

function statusBadge({ words }: Portal, subscription: Subscription): TemplateResult {
  const { status, cancelAt, pause } = subscription;
  if (hasEnded(subscription)) return badge(words.t(`status.${status}`), 'plain', 'end');
  if (['past_due', 'unpaid', 'incomplete'].includes(status))
    return badge(words.t(`status.${status}`), status === 'incomplete' ? 'warn' : 'bad', 'alert');
  if (cancelAt !== null) return badge(words.t('status.ending'), 'warn', 'clock');
  if (status === 'paused' || pause) return badge(words.t('status.paused'), 'plain', 'pause');
  return status === 'trialing'
    ? badge(words.t('status.trialing'), 'info', 'clock')
    : badge(words.t('status.active'), 'good', 'check');
}

function chargeRow({ words, format }: Portal, subscription: Subscription): TemplateResult {
  const { nextInvoice, cancelAt, endedAt, canceledAt } = subscription;
  const over = endedAt ?? (hasEnded(subscription) ? canceledAt : null);
  if (over !== null) return row(words.t('ended.label'), format.date(over));
  if (nextInvoice)
    return row(
      words.t('next-charge.label'),
      html`<span class="amount"
        >${words.t('next-charge.value', {
          amount: format.money(nextInvoice.amountDue, nextInvoice.currency),
          date: format.date(nextInvoice.dueAt),
        })}</span
      >`,
    );
  return cancelAt === null
    ? row(words.t('next-charge.label'), words.t('next-charge.none'))
    : row(words.t('access-until.label'), format.date(cancelAt));
}

function methodRow(portal: Portal, subscription: Subscription): TemplateResult | typeof nothing {
  if (hasEnded(subscription)) return nothing;
  const { words, format } = portal;
  const method = methodById(portal, subscription.paymentMethodId);
  if (!method) return row(words.t('paid-with.label'), words.t('paid-with.none'));
  const { expiryMonth: month, expiryYear: year } = method;
  const expiry =
    month === null || year === null
      ? ''
      : words.t('methods.expires', { date: format.monthYear(month, year) });
  return row(
    words.t('paid-with.label'),
    html`<bdi>${methodName(portal, method)}</bdi>
      <span class="muted whole">${method.isExpired ? words.t('methods.expired') : expiry}</span>`,
  );
}

function actions(portal: Portal, subscription: Subscription): TemplateResult | typeof nothing {
  const { words } = portal;
  const { id: subscriptionId, allowedActions } = subscription;
  const can = (action: Subscription['allowedActions'][number]) => allowedActions.includes(action);
  const start = (name: PlainFlow, label: string, kind?: 'primary' | 'link') =>
    startButton(portal, { name, subscriptionId }, { label, ...(kind ? { kind } : {}) });
  const shown = noteAction(subscription);
  const buttons = [
    can('change-plan')
      ? start('change-plan', words.t('action.change-plan'))
      : can('change-quantity') && start('change-plan', words.t('action.change-quantity')),
    can('resubscribe') && start('resubscribe', words.t('action.resubscribe'), 'primary'),
    can('keep') && shown !== 'keep' && start('keep', words.t('action.keep')),
    can('undo-scheduled-change') &&
      shown !== 'undo-change' &&
      start('undo-change', words.t('action.undo-change')),
    can('apply-promotion-code') && start('promotion-code', words.t('action.add-code')),
    can('cancel') && start('cancel', words.t('action.cancel'), 'link'),
  ].filter((button) => button !== false);
  return buttons.length ? html`<div class="actions" part="actions">${buttons}</div>` : nothing;
}

type PlainFlow = Extract<FlowRequest, { subscriptionId: string }>['name'] & FlowName;
