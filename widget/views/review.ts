import { html, nothing, type TemplateResult } from 'lit';
import type { Preview, PreviewLine, Subscription } from '../../contract/billing.ts';
import type { Failure } from '../failure.ts';
import type { CodeEntry } from '../flows/code-entry.ts';
import type { Portal } from '../flow.ts';
import { shortDate } from '../short-date.ts';
import { codeField } from './code-field.ts';
import { discountText, hasEnded, methodById, methodName, planNames } from './names.ts';
import { failureNote } from './failure-note.ts';
import { button, heading, note, row } from './parts.ts';

export interface ReviewView {
  title: string;
  startLabel: string;
  preview: Preview;
  subscription: Subscription;
  /** What is chosen; null: the plan as it was. */
  planName: string | null;
  /** "$29.00 per month": what the amounts below are reckoned from; null where it is not one price. */
  planPrice: string | null;
  hasChanged: boolean;
  failure: Failure | null;
  isBusy: boolean;
  /** Null where no code is taken. */
  code: CodeEntry | null;
  confirm: () => void;
  addMethod: () => void;
  choose: (() => void) | null;
  back: (() => void) | null;
  close: () => void;
}

/** Every line of what will be charged, when, from which card; the button names the amount. */
export function reviewView(portal: Portal, view: ReviewView): TemplateResult {
  const { words } = portal;
  const { preview, hasChanged, failure } = view;
  return html`<div class="flow">
    ${heading(view.title)} ${hasChanged ? note('warn', words.t('review.changed')) : nothing}
    <p>
      <span class="strong">${planText(portal, view)}</span>
      ${view.planPrice === null ? nothing : html`<br />${view.planPrice}`}
    </p>
    ${preview.lines.length > 0 ? lines(portal, preview) : nothing}
    <dl class="rows totals">${totals(portal, preview)}</dl>
    ${
      preview.creditLeft > 0
        ? html`<p>
            ${words.t('review.credit-left', {
              amount: portal.format.money(preview.creditLeft, preview.currency),
            })}
          </p>`
        : nothing
    }
    ${codePart(portal, view)} ${payment(portal, view)} ${failureNote(portal, failure)}
    ${buttons(portal, view)}
  </div>`;
}

function lines(portal: Portal, preview: Preview): TemplateResult {
  return html`<h3 class="small muted">${portal.words.t('review.lines')}</h3>
    <dl class="rows">${preview.lines.map((line) => lineRow(portal, line, preview.currency))}</dl>`;
}

/** "From Starter to Pro", or the plan that is subscribed to again or only counted anew. */
function planText(portal: Portal, { planName, subscription }: ReviewView): string {
  const old = planNames(portal, subscription.items);
  if (planName === null || planName === old || hasEnded(subscription)) return planName ?? old;
  return portal.words.t('review.change', { old, new: planName });
}

function buttons(portal: Portal, view: ReviewView): TemplateResult {
  const { words } = portal;
  const { isBusy, failure, choose, back, close } = view;
  const isPayment =
    failure?.kind === 'message' || (failure?.kind === 'problem' && failure.problem.status === 402);
  return html`<div class="actions">
    ${button({
      label: confirmLabel(portal, view),
      busyLabel: words.t('status.working'),
      kind: 'primary',
      isBusy,
      onClick: view.confirm,
    })}
    ${isPayment ? button({ label: words.t('methods.update'), onClick: view.addMethod }) : nothing}
    ${
      choose && !back
        ? button({ label: words.t('action.other-plan'), isBusy, onClick: choose })
        : nothing
    }
    ${button({ label: words.t('action.back'), isBusy, onClick: back ?? close })}
  </div>`;
}

function confirmLabel({ words, format }: Portal, { preview, startLabel }: ReviewView): string {
  const { dueNow, currency, effective, effectiveAt } = preview;
  if (dueNow > 0) return words.t('action.pay-amount', { amount: format.money(dueNow, currency) });
  return effective === 'period-end'
    ? words.t('review.switch-on', { date: format.date(effectiveAt) })
    : startLabel;
}

function totals({ words, format }: Portal, preview: Preview): TemplateResult {
  const { currency, dueNow, next, effective, effectiveAt } = preview;
  const money = (amount: number) =>
    html`<span class="amount">${format.money(amount, currency)}</span>`;
  const then = next
    ? words.t('review.then-value', {
        amount: format.money(next.amount, currency),
        date: format.date(next.date),
      })
    : words.t('review.then-none');
  return html`<div class="row total">
      <dt>${words.t('review.due-now')}</dt>
      <dd>${money(dueNow)}</dd>
    </div>
    ${row(words.t('review.then'), html`<span class="amount">${then}</span>`)}
    ${row(
      words.t('review.effective'),
      effective === 'now'
        ? words.t('review.effective-now')
        : words.t('review.effective-on', { date: format.date(effectiveAt) }),
    )}
    ${
      preview.discounts.length
        ? row(words.t('discount.label'), discountList({ words, format }, preview))
        : nothing
    }`;
}

function discountList(wording: Pick<Portal, 'words' | 'format'>, { discounts }: Preview) {
  return html`<bdi>
    ${wording.format.list(discounts.map((discount) => discountText(wording, discount)))}
  </bdi>`;
}

function lineRow(portal: Portal, line: PreviewLine, currency: string): TemplateResult {
  const { words, format } = portal;
  const { periodStartAt, periodEndAt, amount } = line;
  const period =
    periodStartAt === null || periodEndAt === null
      ? ''
      : words.t('review.period', {
          start: shortDate(format, periodStartAt),
          end: shortDate(format, periodEndAt),
        });
  return html`<div class="row" part="line">
    <dt>
      <bdi>${lineName(portal, line)}</bdi>
      ${period ? html`<br /><span class="small">${period}</span>` : nothing}
    </dt>
    <dd class="amount">${format.money(amount, currency)}</dd>
  </div>`;
}

function lineName({ words }: Portal, line: PreviewLine): string {
  const { kind, planName, quantity, isProration, amount } = line;
  if (kind === 'discount') return words.t('review.line-discount');
  if (kind === 'tax') return words.t('review.line-tax');
  if (kind === 'balance')
    return words.t(amount < 0 ? 'review.line-credit-used' : 'review.line-owed');
  if (planName === null)
    return words.t(kind === 'credit' ? 'review.line-credit-other' : 'review.line-other');
  const plan =
    quantity !== null && quantity > 1
      ? words.t('review.line-quantity', { plan: planName, count: quantity })
      : planName;
  if (kind === 'credit') return words.t('review.line-credit', { plan });
  return isProration ? words.t('review.line-proration', { plan }) : plan;
}

/** Says which card pays, if anything is paid now. */
function payment(portal: Portal, { preview, subscription }: ReviewView) {
  if (preview.dueNow === 0) return nothing;
  // Read anew: a payment method may have been added since the review began.
  const { subscriptions, paymentMethods } = portal.overview;
  const now = subscriptions.find(({ id }) => id === subscription.id) ?? subscription;
  const own = hasEnded(now) ? undefined : methodById(portal, now.paymentMethodId);
  const method = own ?? paymentMethods.find(({ isDefault }) => isDefault);
  if (!method) return nothing;
  const text = portal.words.t('review.paid-with', { method: methodName(portal, method) });
  return html`<p class="muted">${text}</p>`;
}

function codePart(portal: Portal, { code, isBusy }: ReviewView) {
  if (!code) return nothing;
  const { words } = portal;
  if (code.isOpen)
    return codeField(portal, {
      text: code.text,
      isBusy,
      failure: code.failure,
      type: (text) => (code.text = text),
      apply: () => code.apply(),
      close: () => code.close(),
    });
  return code.applied === null
    ? html`<p>
        ${button({
          label: words.t('action.add-code'),
          kind: 'link',
          isBusy,
          onClick: () => code.open(),
        })}
      </p>`
    : html`<p class="line">
        <span>${words.t('code.applied', { code: code.applied })}</span>
        ${button({
          label: words.t('code.remove'),
          kind: 'link',
          isBusy,
          onClick: () => code.remove(),
        })}
      </p>`;
}
