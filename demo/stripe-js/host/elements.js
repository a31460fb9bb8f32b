import { IntegrationError } from './integration-error.js';
import { createPaymentElement } from './payment-element.js';

/** What is behind each Elements group; a page holds only the group. */
const forms = new WeakMap();

/** A group of Elements for one intent. Only the Payment Element exists here. */
export function createElements(stripe, options = {}) {
  const state = { appearance: options.appearance ?? {}, locale: options.locale ?? stripe.locale };
  let form = null;

  const settings = () => ({ ...state, locale: resolveLocale(state.locale) });
  const elements = {
    create(type) {
      if (type !== 'payment') {
        throw new IntegrationError(`This demo's Stripe.js knows only the payment Element: ${type}`);
      }
      if (form) {
        throw new IntegrationError('Can only create one Element of type payment in one group.');
      }
      const onGone = () => {
        form = null;
      };
      form = createPaymentElement({ base: stripe.base, settings, onGone });
      return form.element;
    },
    getElement: (type) => (type === 'payment' && form ? form.element : null),
    update({ appearance, locale }) {
      if (appearance) state.appearance = appearance;
      if (locale) state.locale = locale;
      form?.refresh();
    },
    fetchUpdates: () => Promise.resolve({}),
    submit: async () => askForm({ type: 'submit' }),
    on: () => elements,
  };

  function askForm(message) {
    if (form) return form.ask(message);
    throw new IntegrationError('This group has no Element yet.');
  }

  forms.set(elements, { askForm, clientSecret: options.clientSecret });
  return elements;
}

/** The form behind a group: `askForm` sends it a request, `clientSecret` is what the group was made for. */
export function formBehind(elements) {
  const form = forms.get(elements);
  if (form) return form;
  throw new IntegrationError('`elements` must come from stripe.elements().');
}

function resolveLocale(locale) {
  return !locale || locale === 'auto' ? navigator.language : locale;
}
