import { joinAsClassicScript } from './classic-script.ts';

export interface StaticFile {
  /** Below `/stripe-js/`. */
  path: string;
  type: string;
  text: string;
}

const TYPES: Record<string, string> = {
  js: 'text/javascript',
  css: 'text/css',
  html: 'text/html',
};

/** Read when the program is built, so that it needs no files when it runs. */
const SOURCES = import.meta.glob<string>(['./api.js', './frames/*.{js,css,html}', './host/*.js'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** Each module after those that it needs. */
const HOST_MODULES = [
  './host/integration-error.js',
  './api.js',
  './host/frame.js',
  './host/payment-element.js',
  './host/elements.js',
  './host/challenge.js',
  './host/intents.js',
  './host/stripe.js',
];

const LAST_LINE = "window.Stripe ??= createStripe(new URL('frames/', document.currentScript.src));";

/** All that the stand-in serves. */
export const STATIC_FILES: readonly StaticFile[] = [
  {
    path: 'stripe.js',
    type: 'text/javascript',
    text: joinAsClassicScript(HOST_MODULES.map(sourceOf), LAST_LINE),
  },
  ...Object.keys(SOURCES)
    .filter((name) => !name.startsWith('./host/'))
    .map((name) => ({
      path: name.slice(2),
      type: TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? 'text/plain',
      text: sourceOf(name),
    })),
];

function sourceOf(name: string): string {
  const source = SOURCES[name];
  if (source === undefined) throw new Error(`The stand-in for Stripe.js has no ${name}.`);
  return source;
}
