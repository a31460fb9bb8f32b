import { html, nothing, type TemplateResult } from 'lit';
import type { Failure } from '../failure.ts';
import { emit } from '../events.ts';
import type { Flow, RequestFor, Place, Portal } from '../flow.ts';
import { Intent } from '../intent.ts';
import { methodById, methodName } from '../views/names.ts';
import { failureNote, failureText } from '../views/failure-note.ts';

type DirectRequest = RequestFor<'keep' | 'undo-change' | 'make-default'>;

/** Things done with one click, because they cost nothing and can be taken back. */
export function openDirect(portal: Portal, request: DirectRequest): Flow {
  return new Direct(portal, request);
}

class Direct implements Flow {
  readonly place: Place;
  readonly #portal: Portal;
  readonly #request: DirectRequest;
  readonly #intent = new Intent();
  #hasStarted = false;
  #state: { kind: 'working' } | { kind: 'failed'; failure: Failure | null } = { kind: 'working' };

  constructor(portal: Portal, request: DirectRequest) {
    this.#portal = portal;
    this.#request = request;
    this.place =
      'subscriptionId' in request
        ? `subscription:${request.subscriptionId}`
        : `method:${request.paymentMethodId}`;
  }

  get isBusy(): boolean {
    return this.#state.kind === 'working';
  }

  render(): TemplateResult {
    const failure = this.#state.kind === 'failed' ? this.#state.failure : null;
    return html`${
      failure ? failureNote(this.#portal, failure, { onClick: () => void this.#run() }) : nothing
    }`;
  }

  connected(): void {
    if (!this.#hasStarted) void this.#run();
  }

  async #run(): Promise<void> {
    this.#hasStarted = true;
    this.#state = { kind: 'working' };
    this.#portal.update();
    try {
      const done = await this.#intent.attempt(this.#request, (intent) => this.#send(intent));
      await this.#portal.refresh();
      this.#state = { kind: 'failed', failure: null };
      this.#portal.close(done);
    } catch (error) {
      const failure = this.#portal.fail(error);
      this.#state = { kind: 'failed', failure };
      if (failure) this.#portal.say('alert', failureText(this.#portal, failure));
      this.#portal.update();
    }
  }

  /** Does it, and answers with what to say. */
  async #send(intent: string): Promise<string> {
    const { api, words } = this.#portal;
    const request = this.#request;
    if (request.name === 'make-default') return this.#makeDefault(request.paymentMethodId, intent);
    const { subscriptionId } = request;
    const params = { id: subscriptionId };
    const { subscription } =
      request.name === 'keep'
        ? await api.call('POST /v1/subscriptions/:id/keep', { params, intent })
        : await api.call('DELETE /v1/subscriptions/:id/scheduled-change', { params, intent });
    const type = request.name === 'keep' ? 'subscription.kept' : 'subscription.updated';
    this.#portal.adopt(subscription);
    emit(this.#portal.element, 'billing-change', { type, subscriptionId });
    return words.t(request.name === 'keep' ? 'done.kept' : 'done.change-undone');
  }

  async #makeDefault(id: string, intent: string): Promise<string> {
    const { api, words } = this.#portal;
    const method = methodById(this.#portal, id);
    await api.call('POST /v1/payment-methods/:id/default', { params: { id }, intent });
    emit(this.#portal.element, 'billing-change', {
      type: 'payment-method.updated',
      paymentMethodId: id,
    });
    return words.t('methods.made-default', {
      method: method ? methodName(this.#portal, method) : '',
    });
  }
}
