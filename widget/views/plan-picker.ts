import { html, nothing, type TemplateResult } from 'lit';
import type { PlanPrice } from '../../contract/billing.ts';
import type { Failure } from '../failure.ts';
import { intervalKey, yearlySaving, type Offer, type PlanChoice } from '../flows/plan-choice.ts';
import type { Portal } from '../flow.ts';
import { intervalText } from '../i18n/interval.ts';
import { priceText } from './names.ts';
import { failureNote } from './failure-note.ts';
import { badge, button, heading } from './parts.ts';

export interface PlanPickerView {
  title: string;
  reviewLabel: string;
  /** Null where the plans could not be read. */
  choice: PlanChoice | null;
  failure: Failure | null;
  review: () => void;
  close: () => void;
}

/** Radio buttons, a number, and one button: nothing is asked of the server yet. */
export function planPicker(portal: Portal, view: PlanPickerView): TemplateResult {
  const { words } = portal;
  const { choice } = view;
  if (!choice) return html``;
  const canPick = choice.offers.some(({ isFixed }) => !isFixed) || choice.intervals.length > 1;
  const send = (event: Event): void => {
    event.preventDefault();
    view.review();
  };
  return html`<form class="flow" @submit=${send} novalidate>
    ${heading(view.title)} ${failureNote(portal, view.failure)}
    ${choice.intervals.length > 1 ? intervals(portal, choice) : nothing}
    ${canPick ? offers(portal, choice) : html`<p>${words.t('plans.none')}</p>`}
    ${quantity(portal, choice)}
    ${
      choice.fault === 'none-chosen'
        ? html`<p class="wrong" role="alert" data-heading tabindex="-1">
            ${words.t('plans.choose-one')}
          </p>`
        : nothing
    }
    <div class="actions">
      ${canPick ? button({ label: view.reviewLabel, kind: 'primary' }) : nothing}
      ${button({ label: words.t('action.back'), onClick: view.close })}
    </div>
  </form>`;
}

function intervals(portal: Portal, choice: PlanChoice): TemplateResult {
  const { words } = portal;
  return html`<fieldset>
    <legend>${words.t('plans.interval-legend')}</legend>
    <div class="row-choices">
      ${choice.intervals.map(
        (price) =>
          html`<label class="choice">
            <input
              type="radio"
              name="interval"
              .checked=${intervalKey(price) === choice.interval}
              @change=${() => choice.chooseInterval(price)}
            />
            <span>${intervalLabel(portal, price)}</span>
            ${saving(portal, choice, price)}
          </label>`,
      )}
    </div>
  </fieldset>`;
}

function intervalLabel({ words }: Portal, price: PlanPrice): string {
  const { interval, intervalCount } = price;
  if (intervalCount === 1 && interval === 'month') return words.t('plans.monthly');
  if (intervalCount === 1 && interval === 'year') return words.t('plans.yearly');
  return intervalText(words, interval, intervalCount);
}

function saving({ words, format }: Portal, choice: PlanChoice, price: PlanPrice) {
  const percent = intervalKey(price) === '1 year' ? yearlySaving(choice.plans) : null;
  return percent === null
    ? nothing
    : badge(words.t('plans.saving', { percent: format.percent(percent) }), 'good');
}

function offers(portal: Portal, choice: PlanChoice): TemplateResult {
  return html`<fieldset>
    <legend>${portal.words.t('plans.legend')}</legend>
    <div class="options">${choice.offers.map((offer) => option(portal, choice, offer))}</div>
  </fieldset>`;
}

function option(portal: Portal, choice: PlanChoice, offer: Offer): TemplateResult {
  const { price, isFixed } = offer;
  if (isFixed) return html`<div class="option" part="plan-option">${about(portal, offer)}</div>`;
  return html`<label class="option" part="plan-option">
    <input
      type="radio"
      name="price"
      value=${price.priceId}
      .checked=${price.priceId === choice.priceId}
      @change=${() => choice.choosePrice(price.priceId)}
    />
    ${about(portal, offer)}
  </label>`;
}

function about(portal: Portal, { plan, price }: Offer): TemplateResult {
  const { words } = portal;
  return html`<span>
    <bdi class="strong">${plan.name}</bdi>
    <span class="amount">${priceText(portal, price)}</span>
    ${price.isCurrent ? badge(words.t('plans.current'), 'plain') : nothing}
    ${plan.description ? html`<bdi class="muted">${plan.description}</bdi>` : nothing}
    ${plan.features.map((feature) => html`<bdi class="small muted feature">${feature}</bdi>`)}
  </span>`;
}

function quantity({ words }: Portal, choice: PlanChoice): TemplateResult | typeof nothing {
  const { price } = choice;
  if (!price?.quantity) return nothing;
  const { minimum, maximum } = price.quantity;
  const isWrong = choice.fault === 'quantity';
  return html`<div class="field">
    <label for="quantity">
      ${
        price.unitLabel
          ? words.t('plans.quantity-unit', { unit: price.unitLabel })
          : words.t('plans.quantity')
      }
    </label>
    <input
      id="quantity"
      class="input number"
      part="input"
      type="number"
      inputmode="numeric"
      min=${minimum}
      max=${maximum}
      .value=${choice.quantity}
      ?data-heading=${isWrong}
      aria-invalid=${isWrong ? 'true' : nothing}
      aria-describedby="quantity-hint"
      @input=${(event: Event) => {
        if (event.target instanceof HTMLInputElement) choice.chooseQuantity(event.target.value);
      }}
    />
    <span id="quantity-hint" class=${isWrong ? 'wrong' : 'small muted'}>
      ${words.t(isWrong ? 'plans.quantity-invalid' : 'plans.quantity-range', { minimum, maximum })}
    </span>
  </div>`;
}
