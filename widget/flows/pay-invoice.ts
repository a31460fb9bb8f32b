import type { TemplateResult } from 'lit';
import type { PayResult } from '../../contract/api.ts';
import { isAllowed } from '../before-events.ts';
import { emit } from '../events.ts';
import { ProblemError, type Failure } from '../failure.ts';
import type { Flow, RequestFor, PayableInvoice, Place, Portal } from '../flow.ts';
import { Intent } from '../intent.ts';
import { addFlowStyles } from '../theme-flows.ts';
import { checkingView, lateView } from '../views/checking.ts';
import { failureText } from '../views/failure-note.ts';
import { payView } from '../views/pay.ts';
import { confirmWithBank, waitUntil } from './checking.ts';
import { PaymentStep } from './payment-step.ts';

type Request = RequestFor<'pay-invoice'>;

export function openPayInvoice(portal: Portal, request: Request): Flow {
  addFlowStyles(portal.element);
  return new PayInvoice(portal, request);
}

export type PayState =
  | { kind: 'asking'; failure: Failure | null }
  | { kind: 'sending' }
  | { kind: 'adding'; step: PaymentStep }
  | { kind: 'checking' }
  | { kind: 'late' };

/** Pays one open invoice, after a question that names the amount and the card. */
class PayInvoice implements Flow {
  readonly place: Place;
  readonly #portal: Portal;
  readonly #invoice: PayableInvoice;
  readonly #intent = new Intent();
  #methodId: string | null;
  #state: PayState = { kind: 'asking', failure: null };

  constructor(portal: Portal, { place, invoice }: Request) {
    this.place = place;
    this.#portal = portal;
    this.#invoice = invoice;
    this.#methodId = methodToCharge(portal, invoice);
  }

  get isBusy(): boolean {
    const { kind } = this.#state;
    return kind === 'sending' || kind === 'checking' || this.#step?.isBusy === true;
  }

  render(): TemplateResult {
    const state = this.#state;
    if (state.kind === 'adding') return state.step.render();
    if (state.kind === 'checking') return checkingView(this.#portal);
    const close = (): void => this.#portal.close();
    if (state.kind === 'late')
      return lateView(this.#portal, { again: () => void this.#check(), close });
    return payView(this.#portal, {
      invoice: this.#invoice,
      methodId: this.#methodId,
      isBusy: state.kind === 'sending',
      failure: state.kind === 'asking' ? state.failure : null,
      choose: (id) => this.#choose(id),
      pay: () => void this.#pay(),
      add: () => this.#add(),
      close,
    });
  }

  connected(): void {
    if (this.#methodId === null && this.#state.kind === 'asking') return this.#add();
    this.#step?.connected();
  }

  disconnected(): void {
    this.#step?.disconnected();
  }

  get #step(): PaymentStep | null {
    return this.#state.kind === 'adding' ? this.#state.step : null;
  }

  #choose(id: string): void {
    this.#methodId = id;
    this.#portal.update();
  }

  #add(): void {
    const step = new PaymentStep(this.#portal, {
      hint: this.#portal.words.t('methods.needed'),
      onSaved: () => this.#added(),
      onBack: () => {
        step.disconnected();
        if (this.#methodId === null) this.#portal.close();
        else this.#ask(null);
      },
    });
    this.#state = { kind: 'adding', step };
    step.connected();
    this.#portal.updateAndFocus();
  }

  #added(): void {
    const { paymentMethods } = this.#portal.overview;
    this.#methodId = paymentMethods.find(({ isDefault }) => isDefault)?.id ?? this.#methodId;
    this.#ask(null);
  }

  async #pay(): Promise<void> {
    if (this.#state.kind !== 'asking') return;
    const { id } = this.#invoice;
    if (!isAllowed(this.#portal.element, 'billing-before-pay', { invoiceId: id })) return;
    this.#show({ kind: 'sending' });
    const body = this.#methodId === null ? {} : { paymentMethodId: this.#methodId };
    try {
      const result = await this.#intent.attempt(body, (intent) =>
        this.#portal.api.call('POST /v1/invoices/:id/pay', { params: { id }, body, intent }),
      );
      await this.#follow(result);
    } catch (error) {
      if (isMissingMethod(error)) return this.#add();
      this.#ask(this.#portal.fail(error));
    }
  }

  async #follow(result: PayResult): Promise<void> {
    if (result.status === 'requires-action') {
      const refused = await confirmWithBank(this.#portal, result);
      if (refused !== null) return this.#ask({ kind: 'message', text: refused });
      return this.#check();
    }
    await this.#portal.refresh();
    this.#finish();
  }

  async #check(): Promise<void> {
    this.#show({ kind: 'checking' });
    this.#portal.updateAndFocus();
    if (await waitUntil(this.#portal, () => this.#isPaid())) return this.#finish();
    this.#show({ kind: 'late' });
    this.#portal.updateAndFocus();
  }

  #isPaid(): boolean {
    const { invoices, subscriptions } = this.#portal.overview;
    const { id } = this.#invoice;
    const listed = invoices.data.find((invoice) => invoice.id === id);
    return listed
      ? listed.status === 'paid'
      : subscriptions.every(({ openInvoice }) => openInvoice?.id !== id);
  }

  #finish(): void {
    const { id, amountDue, currency } = this.#invoice;
    const { words, format } = this.#portal;
    emit(this.#portal.element, 'billing-change', { type: 'invoice.paid', invoiceId: id });
    this.#show({ kind: 'asking', failure: null });
    this.#portal.close(words.t('pay.done', { amount: format.money(amountDue, currency) }));
  }

  #ask(failure: Failure | null): void {
    this.#show({ kind: 'asking', failure });
    if (failure) this.#portal.say('alert', failureText(this.#portal, failure));
    else this.#portal.updateAndFocus();
  }

  #show(state: PayState): void {
    this.#state = state;
    this.#portal.update();
  }
}

function isMissingMethod(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.code === 'payment-method-required';
}

/** What would be charged unless the customer picks another. */
function methodToCharge({ overview }: Portal, { subscriptionId }: PayableInvoice): string | null {
  const { subscriptions, paymentMethods } = overview;
  const own = subscriptions.find(({ id }) => id === subscriptionId)?.paymentMethodId;
  const method =
    paymentMethods.find(({ id }) => id === own) ??
    paymentMethods.find(({ isDefault }) => isDefault) ??
    paymentMethods[0];
  return method?.id ?? null;
}
