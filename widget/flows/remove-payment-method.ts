import { html, type TemplateResult } from 'lit';
import type { Failure } from '../failure.ts';
import { emit } from '../events.ts';
import type { Flow, RequestFor, Place, Portal } from '../flow.ts';
import { Intent } from '../intent.ts';
import { addFlowStyles } from '../theme-flows.ts';
import { methodById, methodName } from '../views/names.ts';
import { failureNote } from '../views/failure-note.ts';
import { button } from '../views/parts.ts';

export function openRemovePaymentMethod(
  portal: Portal,
  { paymentMethodId }: RequestFor<'remove-payment-method'>,
): Flow {
  addFlowStyles(portal.element);
  return new RemovePaymentMethod(portal, paymentMethodId);
}

/** Asks once, in place. */
class RemovePaymentMethod implements Flow {
  readonly place: Place;
  readonly #portal: Portal;
  readonly #id: string;
  readonly #name: string;
  readonly #intent = new Intent();
  #state: { kind: 'asking'; failure: Failure | null } | { kind: 'sending' } = {
    kind: 'asking',
    failure: null,
  };

  constructor(portal: Portal, id: string) {
    const method = methodById(portal, id);
    this.place = `method:${id}`;
    this.#portal = portal;
    this.#id = id;
    this.#name = method ? methodName(portal, method) : '';
  }

  get isBusy(): boolean {
    return this.#state.kind === 'sending';
  }

  render(): TemplateResult {
    const { words } = this.#portal;
    const failure = this.#state.kind === 'asking' ? this.#state.failure : null;
    return html`<div class="inline-flow flow">
      <h3 data-heading tabindex="-1">
        ${words.t('methods.remove-confirm', { method: this.#name })}
      </h3>
      ${failureNote(this.#portal, failure)}
      <div class="actions">
        ${button({
          label: words.t('methods.remove-yes'),
          busyLabel: words.t('status.working'),
          kind: 'danger',
          isBusy: this.isBusy,
          onClick: () => void this.#remove(),
        })}
        ${button({
          label: words.t('methods.remove-no'),
          isBusy: this.isBusy,
          busyLabel: words.t('methods.remove-no'),
          onClick: () => this.#portal.close(),
        })}
      </div>
    </div>`;
  }

  async #remove(): Promise<void> {
    if (this.isBusy) return;
    this.#state = { kind: 'sending' };
    this.#portal.update();
    const { api, words } = this.#portal;
    try {
      await this.#intent.attempt(this.#id, (intent) =>
        api.call('DELETE /v1/payment-methods/:id', { params: { id: this.#id }, intent }),
      );
      emit(this.#portal.element, 'billing-change', {
        type: 'payment-method.removed',
        paymentMethodId: this.#id,
      });
      await this.#portal.refresh();
      this.#portal.close(words.t('methods.removed', { method: this.#name }));
    } catch (error) {
      this.#state = { kind: 'asking', failure: this.#portal.fail(error) };
      this.#portal.update();
    }
  }
}
