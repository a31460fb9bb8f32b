import { html, nothing, type TemplateResult } from 'lit';
import type { Amount } from '../../contract/billing.ts';
import type { PortalScreen } from '../flow.ts';
import type { ReadyState } from '../portal-state.ts';
import { invoices } from './invoices.ts';
import { hasEnded } from './names.ts';
import { note } from './parts.ts';
import { paymentMethods } from './payment-methods.ts';
import { subscriptionCard } from './subscription.ts';

/** Everything about the customer's billing on one page; or the one thing that fills it now. */
export function overview(portal: PortalScreen, state: ReadyState): TemplateResult {
  const page = portal.flowAt('page');
  if (page) return html`<section class="card page" part="page">${page.render()}</section>`;
  return html`${plans(portal, state)} ${paymentMethods(portal)} ${invoices(portal)}`;
}

function plans(portal: PortalScreen, state: ReadyState): TemplateResult {
  const { words } = portal;
  const { subscriptions, customer } = state.overview;
  const live = subscriptions.filter((subscription) => !hasEnded(subscription));
  const ended = subscriptions.filter(hasEnded);
  const shown = live.length ? live : ended.slice(0, 1);
  const earlier = live.length ? ended : ended.slice(1);
  const title =
    live.length > 1
      ? words.t('overview.title-many')
      : shown.length && !live.length
        ? words.t('overview.ended-title')
        : words.t('overview.title');
  const cards = (list: typeof shown) =>
    list.map((subscription) => subscriptionCard(portal, subscription));
  return html`<section aria-labelledby="plans" part="plans">
    <h2 id="plans" class="title" part="heading" data-home tabindex="-1">${title}</h2>
    ${state.done ? note('good', state.done) : nothing}
    ${shown.length ? cards(shown) : empty(portal)} ${balance(portal, customer.balance)}
    ${
      earlier.length
        ? html`<details>
            <summary>${words.t('overview.earlier')}</summary>
            ${cards(earlier)}
          </details>`
        : nothing
    }
  </section>`;
}

function empty({ words }: PortalScreen): TemplateResult {
  return html`<div class="card empty" part="empty">
    <slot name="empty">
      <p class="strong">${words.t('empty.title')}</p>
      <p class="muted">${words.t('empty.text')}</p>
    </slot>
  </div>`;
}

function balance({ words, format }: PortalScreen, owned: Amount | null) {
  if (!owned || owned.amount === 0) return nothing;
  const amount = format.money(Math.abs(owned.amount), owned.currency);
  const key = owned.amount < 0 ? 'balance.credit' : 'balance.owed';
  return html`<p class="muted">${words.t(key, { amount })}</p>`;
}
