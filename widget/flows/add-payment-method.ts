import type { TemplateResult } from 'lit';
import type { Flow, RequestFor, Place, Portal } from '../flow.ts';
import { addFlowStyles } from '../theme-flows.ts';
import { PaymentStep } from './payment-step.ts';

export function openAddPaymentMethod(
  portal: Portal,
  { place }: RequestFor<'add-payment-method'>,
): Flow {
  addFlowStyles(portal.element);
  return new AddPaymentMethod(portal, place);
}

class AddPaymentMethod implements Flow {
  readonly place: Place;
  readonly #step: PaymentStep;

  constructor(portal: Portal, place: Place) {
    this.place = place;
    this.#step = new PaymentStep(portal, {
      hint: portal.words.t('methods.add-hint'),
      onSaved: () => portal.close(portal.words.t('methods.saved')),
      onBack: () => portal.close(),
    });
  }

  get isBusy(): boolean {
    return this.#step.isBusy;
  }

  render(): TemplateResult {
    return this.#step.render();
  }

  connected(): void {
    this.#step.connected();
  }

  disconnected(): void {
    this.#step.disconnected();
  }
}
