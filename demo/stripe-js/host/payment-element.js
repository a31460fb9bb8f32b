import { openFrame } from './frame.js';
import { IntegrationError } from './integration-error.js';

const LOAD_TIMEOUT_MS = 15_000;

/**
 * The Payment Element: a card form in an iframe. `group` gives `base` and `settings()`, what the
 * form must know now; `onGone` is called once the element is destroyed.
 */
export function createPaymentElement({ base, settings, onGone }) {
  const listeners = new EventTarget();
  let frame = null;
  let timer = 0;

  function emit(name, detail = {}) {
    listeners.dispatchEvent(
      new CustomEvent(name, { detail: { elementType: 'payment', ...detail } }),
    );
  }

  function hear(message) {
    if (message.type === 'height') frame.element.style.height = `${message.px}px`;
    else if (message.type === 'ready') {
      clearTimeout(timer);
      emit('ready');
    } else if (message.type === 'change') {
      const { complete, empty } = message;
      emit('change', { complete, empty, collapsed: false, value: { type: 'card' } });
    } else if (['focus', 'blur', 'escape'].includes(message.type)) emit(message.type);
  }

  const element = {
    mount(target) {
      const place = findPlace(target);
      if (frame) element.unmount();
      const greet = () => {
        frame.element.style.colorScheme = schemeOf(settings());
        return { ...settings(), direction: getComputedStyle(place).direction };
      };
      frame = openFrame({
        base,
        page: 'card.html',
        title: 'Secure payment input frame',
        greet,
        hear,
      });
      styleFrame(frame.element);
      timer = setTimeout(() => {
        const message = 'The payment form could not be loaded.';
        emit('loaderror', { error: { type: 'api_connection_error', message } });
      }, LOAD_TIMEOUT_MS);
      place.replaceChildren(frame.element);
      return element;
    },
    unmount() {
      clearTimeout(timer);
      frame?.close();
      frame = null;
      return element;
    },
    destroy() {
      element.unmount();
      onGone();
    },
    on(name, listener) {
      listeners.addEventListener(name, (event) => listener(event.detail));
      return element;
    },
    update: () => element,
    focus: () => frame?.tell({ type: 'focus' }),
  };
  return {
    element,
    ask: (message) => {
      if (frame) return frame.ask(message);
      throw new IntegrationError('The payment Element must be mounted first.');
    },
    refresh() {
      if (frame) frame.element.style.colorScheme = schemeOf(settings());
      frame?.tell({ type: 'update', ...settings() });
    },
  };
}

/** Refuses what Stripe.js refuses: most of all a place inside a shadow tree. */
function findPlace(target) {
  const place = typeof target === 'string' ? document.querySelector(target) : target;
  if (!(place instanceof Element)) {
    throw new IntegrationError('The selector or element to mount into was not found in the page.');
  }
  const root = place.getRootNode();
  if (root instanceof ShadowRoot) {
    throw new IntegrationError(
      'Elements cannot be mounted in a ShadowRoot. Please mount in the Light DOM.',
    );
  }
  if (root !== document) {
    throw new IntegrationError('The element to mount into is not part of the document.');
  }
  return place;
}

/** Wider than its place by the width of a focus ring, so that none is cut off. */
function styleFrame(frame) {
  const style = { width: 'calc(100% + 8px)', margin: '-4px', height: '1px', background: 'none' };
  Object.assign(frame.style, style);
}

function schemeOf({ appearance }) {
  return appearance?.theme === 'night' ? 'dark' : 'light';
}
