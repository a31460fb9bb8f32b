import type { TemplateResult } from 'lit';
import type { Failure } from '../failure.ts';
import { emit } from '../events.ts';
import type { Flow, RequestFor, Place, Portal } from '../flow.ts';
import { Intent } from '../intent.ts';
import { addFlowStyles } from '../theme-flows.ts';
import { codeField } from '../views/code-field.ts';
import { failureText } from '../views/failure-note.ts';

export function openPromotionCode(
  portal: Portal,
  { subscriptionId }: RequestFor<'promotion-code'>,
): Flow {
  addFlowStyles(portal.element);
  return new PromotionCode(portal, subscriptionId);
}

/** A code for a running subscription. */
class PromotionCode implements Flow {
  readonly place: Place;
  readonly #portal: Portal;
  readonly #id: string;
  readonly #intent = new Intent();
  #text = '';
  #state: { kind: 'typing'; failure: Failure | null } | { kind: 'sending' } = {
    kind: 'typing',
    failure: null,
  };

  constructor(portal: Portal, id: string) {
    this.place = `subscription:${id}`;
    this.#portal = portal;
    this.#id = id;
  }

  get isBusy(): boolean {
    return this.#state.kind === 'sending';
  }

  render(): TemplateResult {
    return codeField(this.#portal, {
      text: this.#text,
      isBusy: this.isBusy,
      failure: this.#state.kind === 'typing' ? this.#state.failure : null,
      type: (text) => (this.#text = text),
      apply: () => void this.#apply(),
      close: () => this.#portal.close(),
    });
  }

  async #apply(): Promise<void> {
    if (this.isBusy) return;
    const { api, words } = this.#portal;
    const code = this.#text.trim();
    if (!code) return this.#fail({ kind: 'message', text: words.t('code.empty') });
    this.#state = { kind: 'sending' };
    this.#portal.update();
    try {
      const { subscription } = await this.#intent.attempt(code, (intent) =>
        api.call('POST /v1/subscriptions/:id/promotion-code', {
          params: { id: this.#id },
          body: { code },
          intent,
        }),
      );
      this.#portal.adopt(subscription);
      emit(this.#portal.element, 'billing-change', {
        type: 'promotion-code.applied',
        subscriptionId: this.#id,
      });
      this.#portal.close(words.t('code.applied', { code }));
      void this.#portal.refresh();
    } catch (error) {
      this.#fail(this.#portal.fail(error));
    }
  }

  #fail(failure: Failure | null): void {
    this.#state = { kind: 'typing', failure };
    if (failure) this.#portal.say('alert', failureText(this.#portal, failure));
    this.#portal.updateAndFocus();
  }
}
