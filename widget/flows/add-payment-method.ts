import type { TemplateResult } from 'lit';
import type { Flow, RequestFor, Place, Portal } from '../flow.ts';
import { addFlowStyles } from '../theme-flows.ts';
import { PaymentStep } from './payment-step.ts';
import { forgetReturn } from './redirect.ts';

export function openAddPaymentMethod(
  portal: Portal,
  request: RequestFor<'add-payment-method'>,
): Flow {
  addFlowStyles(portal.element);
  return new AddPaymentMethod(portal, request);
}

class AddPaymentMethod implements Flow {
  readonly place: Place;
  readonly #step: PaymentStep;

  constructor(portal: Portal, { place, setupIntentId }: RequestFor<'add-payment-method'>) {
    this.place = place;
    const close = (done?: string): void => {
      // Only now: until our server knows of it, a reload of the page is to try again.
      if (setupIntentId) forgetReturn();
      portal.close(done);
    };
    this.#step = new PaymentStep(portal, {
      hint: portal.words.t('methods.add-hint'),
      ...(setupIntentId ? { setupIntentId } : {}),
      onSaved: () => close(portal.words.t('methods.saved')),
      onBack: () => close(),
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
