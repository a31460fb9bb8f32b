import type { TemplateResult } from 'lit';
import { appearanceOf } from '../appearance.ts';
import type { Failure } from '../failure.ts';
import { emit } from '../events.ts';
import type { Portal } from '../flow.ts';
import { Intent } from '../intent.ts';
import { mountPaymentForm, type PaymentForm } from '../payment-form.ts';
import { paymentStepView } from '../views/payment-step.ts';

export type PaymentStepState =
  | { kind: 'loading' }
  | { kind: 'unavailable'; failure: Failure }
  | { kind: 'open'; failure: Failure | null }
  | { kind: 'saving' }
  /** Stripe has the details, our server does not yet: only that part is tried again. */
  | { kind: 'unconfirmed'; setupIntentId: string; failure: Failure | null };

export interface PaymentStepOptions {
  onSaved: () => void;
  onBack: () => void;
  /** Said above the form. */
  hint: string;
  /** Stripe has the details already: no form, only the second half. */
  setupIntentId?: string;
}

/** Takes a new payment method with Stripe's form and makes it the default. Part of several flows. */
export class PaymentStep {
  state: PaymentStepState = { kind: 'loading' };
  readonly options: PaymentStepOptions;
  readonly #portal: Portal;
  readonly #intent = new Intent();
  #form: PaymentForm | null = null;
  /** Counts openings: a form that comes up after it was closed is taken down again. */
  #run = 0;

  constructor(portal: Portal, options: PaymentStepOptions) {
    this.#portal = portal;
    this.options = options;
  }

  get isBusy(): boolean {
    return this.state.kind === 'saving';
  }

  render(): TemplateResult {
    return paymentStepView(this.#portal, this);
  }

  /** Opens the form, or opens it anew: Stripe's frame does not survive being moved in the page. */
  connected(): void {
    const { setupIntentId } = this.options;
    if (!setupIntentId && this.state.kind !== 'unconfirmed') void this.#open();
    else if (setupIntentId && this.state.kind === 'loading') void this.#confirm(setupIntentId);
  }

  disconnected(): void {
    this.#run += 1;
    this.#form?.destroy();
    this.#form = null;
  }

  /** Sends what was typed; after a failure between Stripe and us, only the second half. */
  submit(): void {
    if (this.isBusy) return;
    if (this.state.kind === 'unavailable') void this.#open();
    else if (this.state.kind === 'unconfirmed') void this.#confirm(this.state.setupIntentId);
    else if (this.state.kind === 'open') void this.#submit();
  }

  async #open(): Promise<void> {
    this.disconnected();
    const run = this.#run;
    const { element, words, api } = this.#portal;
    this.#show({ kind: 'loading' });
    try {
      const setup = await new Intent().attempt('setup', (intent) =>
        api.call('POST /v1/payment-methods/setup', { intent }),
      );
      if (run !== this.#run) return;
      const { locale, direction } = words;
      const appearance = appearanceOf(element);
      const host = element;
      const form = await this.#mount({ host, ...setup, locale, direction, appearance });
      if (run !== this.#run) return form?.destroy();
      this.#form = form;
      if (!form) return this.#show({ kind: 'unavailable', failure: this.#formFailure() });
      await form.ready;
      if (run === this.#run) this.#show({ kind: 'open', failure: null });
    } catch (error) {
      if (run === this.#run) this.#failToOpen(error);
    }
  }

  async #mount(options: Parameters<typeof mountPaymentForm>[0]): Promise<PaymentForm | null> {
    try {
      const fallbackMessage = this.#portal.words.t('problem.internal');
      return await mountPaymentForm({ ...options, fallbackMessage });
    } catch {
      return null;
    }
  }

  #failToOpen(error: unknown): void {
    const isOurs = !(error instanceof Error && error.name === 'StripeUnavailableError');
    const failure = isOurs ? this.#portal.fail(error) : this.#formFailure();
    if (failure) this.#show({ kind: 'unavailable', failure });
  }

  async #submit(): Promise<void> {
    const form = this.#form;
    if (!form) return;
    this.#show({ kind: 'saving' });
    const result = await form.submit();
    if (result.status === 'succeeded') return this.#confirm(result.setupIntentId);
    this.#portal.say('alert', result.message);
    this.#show({ kind: 'open', failure: { kind: 'message', text: result.message } });
  }

  async #confirm(setupIntentId: string): Promise<void> {
    this.#show({ kind: 'saving' });
    try {
      const { paymentMethods } = await this.#intent.attempt(setupIntentId, (intent) =>
        this.#portal.api.call('POST /v1/payment-methods/confirm', {
          body: { setupIntentId },
          intent,
        }),
      );
      const paymentMethodId = paymentMethods.find(({ isDefault }) => isDefault)?.id;
      emit(this.#portal.element, 'billing-change', {
        type: 'payment-method.updated',
        ...(paymentMethodId ? { paymentMethodId } : {}),
      });
      await this.#portal.refresh();
      this.disconnected();
      this.options.onSaved();
    } catch (error) {
      this.#show({ kind: 'unconfirmed', setupIntentId, failure: this.#portal.fail(error) });
    }
  }

  #formFailure(): Failure {
    return { kind: 'message', text: this.#portal.words.t('failure.form') };
  }

  #show(state: PaymentStepState): void {
    this.state = state;
    this.#portal.update();
  }
}
