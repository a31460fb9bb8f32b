/** The languages that there are words for, as tags. */
export const SUPPORTED_LOCALES = [
  'en',
  'de',
  'fr',
  'es',
  'pt-BR',
  'it',
  'nl',
  'pl',
  'ja',
  'ar',
] as const;

export type SupportedLocale = (typeof SUPPORTED_LOCALES)[number];

/** `language` says whose words to use; `locale` how to write numbers and dates. */
export interface LocaleMatch {
  language: SupportedLocale;
  /** A tag for `Intl` that keeps the region asked for: German words, but Austrian numbers. */
  locale: string;
}

/**
 * The first of the wanted languages that there are words for; English where there is none. The
 * same language in another script does not count. Tags that are none (`auto`, '') are passed over;
 * `pt_BR`, as many systems write it, is understood.
 */
export function matchLocale(wanted: readonly string[]): LocaleMatch {
  for (const tag of wanted) {
    const locale = parseLocale(tag);
    const language = locale && supportedFor(locale);
    if (language) return { language, locale: locale.toString() };
  }
  return { language: 'en', locale: 'en' };
}

/**
 * What the customer might want to read, best first: what the site owner set, what language the
 * page around the element says it is in, what Stripe has for the customer, what the browser has.
 * @param attribute The element's `locale` attribute.
 * @param preferred Stripe's `preferred_locales` of the customer.
 */
export function localesFrom(
  element: Element,
  attribute: string | null,
  preferred: readonly string[],
): string[] {
  return [attribute, pageLanguage(element), ...preferred, ...navigator.languages].filter(
    (tag) => tag != null,
  );
}

export function parseLocale(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag.replaceAll('_', '-'));
  } catch {
    return undefined;
  }
}

/** The one of the same language and script; the region only matters for numbers and dates. */
export function supportedFor(locale: Intl.Locale): SupportedLocale | undefined {
  const { language, script } = locale.maximize();
  return SUPPORTED_LOCALES.find((tag) => {
    const offered = new Intl.Locale(tag).maximize();
    return offered.language === language && offered.script === script;
  });
}

/** The nearest `lang` in the page, through the shadow roots in between; '' says "not known". */
function pageLanguage(element: Element): string | null {
  const near = element.closest('[lang]');
  if (near) return near.getAttribute('lang');
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? pageLanguage(root.host) : null;
}
