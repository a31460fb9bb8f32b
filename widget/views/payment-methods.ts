import { html, nothing, type TemplateResult } from 'lit';
import type { PaymentMethod } from '../../contract/billing.ts';
import type { FlowRequest, PortalScreen } from '../flow.ts';
import { expiryText, methodName } from './names.ts';
import { badge, startButton } from './parts.ts';

const ADD: FlowRequest = { name: 'add-payment-method', place: 'methods' };

/** How the customer pays, and how to change it. */
export function paymentMethods(portal: PortalScreen): TemplateResult {
  const { words, overview, settings } = portal;
  const { paymentMethods: methods } = overview;
  const adding = portal.flowAt('methods');
  const canEdit = settings.features.paymentMethod;
  return html`<section aria-labelledby="methods" part="payment-methods">
    <h2 id="methods" class="title" part="heading">${words.t('methods.title')}</h2>
    ${
      methods.length
        ? html`<ul class="list card" role="list">
            ${methods.map((method) => methodItem(portal, method, canEdit))}
          </ul>`
        : html`<p class="muted">${words.t('methods.none')}</p>`
    }
    ${adding ? html`<div class="card">${adding.render()}</div>` : nothing}
    ${
      canEdit && !adding
        ? html`<div class="actions">
            ${startButton(portal, ADD, { label: words.t('methods.add') })}
          </div>`
        : nothing
    }
  </section>`;
}

function methodItem(portal: PortalScreen, method: PaymentMethod, canEdit: boolean): TemplateResult {
  const { words } = portal;
  const { id, isExpired, isDefault } = method;
  return html`<li part="payment-method">
    <div class="line">
      <span>
        <bdi class="strong">${methodName(portal, method)}</bdi>
        <span class="muted">${expiryText(portal, method)}</span>
      </span>
      ${isExpired ? badge(words.t('methods.expired'), 'bad') : nothing}
      ${isDefault ? badge(words.t('methods.default'), 'plain') : nothing}
      ${canEdit ? html`<span class="end">${methodActions(portal, method)}</span>` : nothing}
    </div>
    ${
      canEdit && !method.canRemove
        ? html`<p class="small muted">${words.t('methods.needed-by-plan')}</p>`
        : nothing
    }
    ${portal.flowAt(`method:${id}`)?.render()}
  </li>`;
}

function methodActions(portal: PortalScreen, method: PaymentMethod): TemplateResult {
  const { words } = portal;
  const name = methodName(portal, method);
  const start = (flow: 'make-default' | 'remove-payment-method', label: string) =>
    startButton(
      portal,
      { name: flow, paymentMethodId: method.id },
      { label, kind: 'link', name: words.t('methods.for', { action: label, method: name }) },
    );
  return html`${
    method.isDefault || method.isExpired
      ? nothing
      : start('make-default', words.t('methods.make-default'))
  }
  ${method.canRemove ? start('remove-payment-method', words.t('methods.remove')) : nothing}`;
}
