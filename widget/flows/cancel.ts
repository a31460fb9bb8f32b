import type { TemplateResult } from 'lit';
import type { Subscription } from '../../contract/billing.ts';
import {
  CANCEL_START,
  cancelRequest,
  nextCancelState,
  type CancelAnswer,
  type CancelEvent,
  type CancelState,
} from '../cancel-flow.ts';
import { isAllowed } from '../before-events.ts';
import { emit } from '../events.ts';
import type { Flow, RequestFor, Portal } from '../flow.ts';
import { Intent } from '../intent.ts';
import { addFlowStyles } from '../theme-flows.ts';
import { cancelDoneView, cancelView } from '../views/cancel.ts';
import { subscriptionById } from './subscription-by-id.ts';
import { failureText } from '../views/failure-note.ts';

export function openCancel(portal: Portal, { subscriptionId }: RequestFor<'cancel'>): Flow {
  addFlowStyles(portal.element);
  return new CancelFlow(portal, subscriptionById(portal, subscriptionId));
}

/** The effects around the pure machine in cancel-flow.ts. */
class CancelFlow implements Flow {
  readonly place = 'page';
  readonly #portal: Portal;
  #subscription: Subscription;
  readonly #cancel = new Intent();
  readonly #keep = new Intent();
  #state: CancelState = CANCEL_START;

  constructor(portal: Portal, subscription: Subscription) {
    this.#portal = portal;
    this.#subscription = subscription;
  }

  get isBusy(): boolean {
    return this.#state.kind === 'sending' || this.#state.kind === 'undoing';
  }

  render(): TemplateResult {
    const shown = { subscription: this.#subscription, state: this.#state };
    const close = (): void => this.#portal.close();
    if (this.#state.kind === 'done' || this.#state.kind === 'undoing')
      return cancelDoneView(this.#portal, { ...shown, undo: () => void this.#undo(), close });
    return cancelView(this.#portal, {
      ...shown,
      answer: (answer: Partial<CancelAnswer>) => this.#next({ kind: 'answered', answer }),
      confirm: () => void this.#confirm(),
      close,
    });
  }

  async #confirm(): Promise<void> {
    if (this.#state.kind !== 'asking') return;
    const body = cancelRequest(this.#state.answer);
    const { id } = this.#subscription;
    const { reason } = body;
    const detail = { subscriptionId: id, ...(reason ? { reason } : {}) };
    if (!isAllowed(this.#portal.element, 'billing-before-cancel', detail)) return;
    this.#next({ kind: 'confirmed' });
    try {
      const { subscription } = await this.#cancel.attempt(body, (intent) =>
        this.#portal.api.call('POST /v1/subscriptions/:id/cancel', {
          params: { id },
          body,
          intent,
        }),
      );
      this.#subscription = subscription;
      this.#portal.adopt(subscription);
      emit(this.#portal.element, 'billing-change', {
        type: 'subscription.canceled',
        subscriptionId: id,
      });
      this.#next({ kind: 'canceled', endsAt: subscription.endedAt ? null : subscription.cancelAt });
      this.#portal.updateAndFocus();
      void this.#portal.refresh();
    } catch (error) {
      this.#fail(error);
    }
  }

  async #undo(): Promise<void> {
    if (this.#state.kind !== 'done') return;
    const { id } = this.#subscription;
    this.#next({ kind: 'undone' });
    try {
      const { subscription } = await this.#keep.attempt(id, (intent) =>
        this.#portal.api.call('POST /v1/subscriptions/:id/keep', { params: { id }, intent }),
      );
      this.#portal.adopt(subscription);
      emit(this.#portal.element, 'billing-change', {
        type: 'subscription.kept',
        subscriptionId: id,
      });
      this.#portal.close(this.#portal.words.t('done.kept'));
      void this.#portal.refresh();
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    const failure = this.#portal.fail(error);
    if (failure) this.#portal.say('alert', failureText(this.#portal, failure));
    this.#next({ kind: 'failed', failure });
  }

  #next(event: CancelEvent): void {
    this.#state = nextCancelState(this.#state, event);
    this.#portal.update();
  }
}
