import type { TemplateResult } from 'lit';
import type { ChangeResult } from '../../contract/api.ts';
import type { Preview, Subscription } from '../../contract/billing.ts';
import { emit } from '../events.ts';
import { ProblemError, type Failure } from '../failure.ts';
import type { Flow, Portal } from '../flow.ts';
import { Intent, newIntentId } from '../intent.ts';
import { orderView } from '../views/order.ts';
import { failureText } from '../views/failure-note.ts';
import { confirmWithBank, waitUntil } from './checking.ts';
import { CodeEntry } from './code-entry.ts';
import type { OrderChoice, OrderKind } from './order-kind.ts';
import {
  CHOICE_PROBLEMS,
  hasSameAmounts,
  type OrderState,
  type ReviewNews,
} from './order-state.ts';
import { PaymentStep } from './payment-step.ts';
import { PlanChoice } from './plan-choice.ts';

/**
 * Choose, review to the cent, confirm: for changing a plan and for subscribing again. What is
 * charged is what was shown: another amount is always shown first.
 */
export class Order implements Flow {
  readonly place = 'page';
  readonly #portal: Portal;
  readonly #kind: OrderKind;
  readonly #intent = new Intent();
  readonly #code: CodeEntry;
  #state: OrderState = { kind: 'loading' };
  #choice: PlanChoice | null = null;
  #isConnected = true;
  /** What the end of the session broke off; done again when the customer is signed in again. */
  #resume: (() => void) | null = null;

  constructor(portal: Portal, kind: OrderKind) {
    this.#portal = portal;
    this.#kind = kind;
    this.#code = new CodeEntry(portal, () => void this.#preview());
    if (kind.startsWithReview) void this.#preview();
    else void this.#load();
  }

  get isBusy(): boolean {
    const { kind } = this.#state;
    return kind === 'sending' || kind === 'checking' || this.#step?.isBusy === true;
  }

  render(): TemplateResult {
    return orderView(this.#portal, this.#kind, {
      state: this.#state,
      choice: this.#choice,
      code: this.#kind.takesCode ? this.#code : null,
      review: () => this.#review(),
      confirm: () => void this.#confirm(),
      addMethod: () => this.#add(),
      choose: () => void this.#load(),
      checkAgain: (subscriptionId) => void this.#check(subscriptionId),
      close: () => this.#portal.close(),
    });
  }

  connected(): void {
    this.#isConnected = true;
    this.#step?.connected();
    const resume = this.#resume;
    this.#resume = null;
    resume?.();
  }

  disconnected(): void {
    this.#isConnected = false;
    this.#step?.disconnected();
  }

  get #step(): PaymentStep | null {
    return this.#state.kind === 'adding' ? this.#state.step : null;
  }

  get #wanted(): OrderChoice {
    const chosen = this.#choice?.request() ?? {};
    return { ...chosen, ...(this.#code.applied ? { promotionCode: this.#code.applied } : {}) };
  }

  async #load(): Promise<void> {
    if (this.#choice) return this.#show({ kind: 'choosing', failure: null });
    this.#show({ kind: 'loading' });
    try {
      const query = { subscriptionId: this.#kind.subscription.id };
      const { plans } = await this.#portal.api.call('GET /v1/plans', { query });
      const update = (): void => this.#portal.update();
      this.#choice = new PlanChoice({ ...this.#kind, plans, update });
      this.#show({ kind: 'choosing', failure: null });
    } catch (error) {
      this.#stick(error, () => void this.#load());
    }
  }

  #review(): void {
    if (this.#choice?.check()) void this.#preview();
    else this.#portal.updateAndFocus();
  }

  async #preview(): Promise<void> {
    this.#show({ kind: 'previewing' });
    const preview = await this.#fetchPreview();
    if (preview) this.#showReview(preview, {});
  }

  /** Null where another state has taken over. */
  async #fetchPreview(): Promise<Preview | null> {
    try {
      const preview = await this.#kind.preview(this.#wanted);
      this.#code.settled();
      return preview;
    } catch (error) {
      const code = error instanceof ProblemError ? error.problem.code : null;
      if (code === 'payment-method-required') this.#add();
      else if (code === 'promotion-code-invalid' && this.#code.applied)
        await this.#refuseCode(error);
      else if (CHOICE_PROBLEMS.has(code ?? '') && this.#choice)
        this.#show({ kind: 'choosing', failure: this.#portal.fail(error) });
      else this.#stick(error, () => void this.#preview());
      return null;
    }
  }

  /** Goes on without the code; what is wrong with it is said at its field. */
  async #refuseCode(error: unknown): Promise<void> {
    this.#code.refused(this.#portal.fail(error));
    await this.#preview();
  }

  #showReview(preview: Preview, { hasChanged = false, failure = null }: ReviewNews): void {
    this.#show({ kind: 'reviewing', preview, hasChanged, failure });
    if (hasChanged) this.#portal.say('alert', this.#portal.words.t('review.changed'));
    if (failure) this.#portal.say('alert', failureText(this.#portal, failure));
  }

  async #confirm(): Promise<void> {
    if (this.#state.kind !== 'reviewing') return;
    const { preview } = this.#state;
    if (!this.#kind.allows(this.#wanted)) return;
    this.#state = { kind: 'sending', preview };
    this.#portal.update();
    await this.#send(preview, true);
  }

  /** @param mayRenew Whether a preview that only grew old, with the same amounts, may be renewed unseen. */
  async #send(preview: Preview, mayRenew: boolean): Promise<void> {
    const { previewToken } = preview;
    try {
      const result = await this.#intent.attempt(previewToken, (intent) =>
        this.#kind.commit({ previewToken }, intent),
      );
      await this.#follow(result, preview);
    } catch (error) {
      const code = error instanceof ProblemError ? error.problem.code : null;
      if (code === 'preview-expired' || code === 'amount-changed')
        return this.#renew(preview, mayRenew);
      if (code === 'payment-method-required') return this.#add();
      const failure = this.#portal.fail(error);
      this.#state = { kind: 'reviewing', preview, hasChanged: false, failure };
      if (failure) this.#portal.say('alert', failureText(this.#portal, failure));
      this.#portal.update();
    }
  }

  async #renew(old: Preview, mayRenew: boolean): Promise<void> {
    const preview = await this.#fetchPreview();
    if (!preview) return;
    const isSame = hasSameAmounts(old, preview);
    if (isSame && mayRenew) return this.#send(preview, false);
    this.#showReview(preview, { hasChanged: !isSame });
  }

  async #follow(result: ChangeResult, preview: Preview): Promise<void> {
    const { subscription } = result;
    if (result.status === 'requires-action') {
      const refused = await confirmWithBank(this.#portal, result);
      if (refused === null) return this.#check(subscription.id);
      // Where this fails, the next try drops it first.
      await this.#kind.takeBack(newIntentId()).catch(() => undefined);
      await this.#portal.refresh();
      const fresh = await this.#fetchPreview();
      const failure: Failure = { kind: 'message', text: refused };
      if (fresh) this.#showReview(fresh, { failure, hasChanged: !hasSameAmounts(preview, fresh) });
      return;
    }
    this.#portal.adopt(subscription);
    await this.#portal.refresh();
    this.#finish(subscription, result.status === 'scheduled' ? preview.effectiveAt : null);
  }

  async #check(subscriptionId: string): Promise<void> {
    this.#show({ kind: 'checking', subscriptionId });
    const find = (): Subscription | undefined =>
      this.#portal.overview.subscriptions.find(({ id }) => id === subscriptionId);
    const isDone = await waitUntil(this.#portal, () => this.#kind.isDone(find(), this.#wanted));
    const subscription = find();
    if (isDone && subscription) this.#finish(subscription, null);
    else this.#show({ kind: 'late', subscriptionId });
  }

  #finish(subscription: Subscription, scheduledAt: number | null): void {
    const { words, format } = this.#portal;
    emit(
      this.#portal.element,
      'billing-change',
      this.#kind.change(subscription, scheduledAt !== null),
    );
    const done =
      scheduledAt === null
        ? this.#kind.doneText
        : words.t('done.scheduled', { date: format.date(scheduledAt) });
    this.#state = { kind: 'loading' };
    this.#portal.close(done);
  }

  #add(): void {
    const step = new PaymentStep(this.#portal, {
      hint: this.#portal.words.t('methods.needed'),
      onSaved: () => void this.#preview(),
      onBack: () => {
        step.disconnected();
        if (this.#choice) this.#show({ kind: 'choosing', failure: null });
        else this.#portal.close();
      },
    });
    this.#show({ kind: 'adding', step });
    if (this.#isConnected) step.connected();
  }

  #stick(error: unknown, retry: () => void): void {
    const failure = this.#portal.fail(error);
    if (failure) this.#show({ kind: 'stuck', failure, retry });
    else this.#resume = retry;
  }

  #show(state: OrderState): void {
    this.#state = state;
    // Closed in the meantime: the focus is somewhere else by now.
    if (this.#isConnected) this.#portal.updateAndFocus();
  }
}
