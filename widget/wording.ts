import { Format } from './format.ts';
import { localesFrom, matchLocale, type LocaleMatch, type SupportedLocale } from './i18n/match.ts';
import { en } from './i18n/locales/en.ts';
import { Translator, type FirstKey, type MessageKey, type Messages } from './i18n/messages.ts';
import type { PortalCore } from './portal-core.ts';

/** Own words per language, and per message key: `{ en: { 'overview.title': 'Membership' } }`. */
export type MessageOverrides = Record<string, Record<string, string>>;

export interface Wording<Key extends MessageKey = FirstKey> {
  words: Translator<Key>;
  format: Format;
}

/** The page, and what is known of the customer and the portal once somebody is signed in. */
type Source = Pick<PortalCore, 'element' | 'session'>;

/** English at once: nothing has to be fetched to say that something went wrong. */
export const ENGLISH: Wording = { words: new Translator('en', en), format: new Format('en') };

/**
 * The words for this page and customer. Falls back to English where a language cannot be fetched.
 * @param load Fetches all words of a language, or those of the overview.
 */
export async function chooseWording<Key extends MessageKey>(
  source: Source,
  load: (language: SupportedLocale) => Promise<Pick<Messages, Key>>,
): Promise<Wording<Key>> {
  const { locale } = source.element;
  const session = source.session?.result;
  const attribute = (locale === 'auto' ? null : locale) || (session?.portal.locale ?? null);
  const preferred = session?.overview.customer.preferredLocales ?? [];
  const match = matchLocale(localesFrom(source.element, attribute, preferred));
  try {
    return wordingOf(match, await load(match.language), source);
  } catch {
    return wordingOf({ language: 'en', locale: 'en' }, await load('en'), source);
  }
}

function wordingOf<Key extends MessageKey>(
  { language, locale }: LocaleMatch,
  messages: Pick<Messages, Key>,
  { element, session }: Source,
): Wording<Key> {
  const texts = session?.result.portal.texts ?? {};
  const overrides = {
    ...texts[language],
    ...texts[locale],
    ...wordsOfPage(element, language, locale),
  };
  return { words: new Translator(locale, messages, overrides), format: new Format(locale) };
}

/** A page may set anything: what cannot be read is left out. */
function wordsOfPage(
  element: { readonly messages: MessageOverrides | null },
  language: string,
  locale: string,
): Record<string, string> {
  try {
    return { ...element.messages?.[language], ...element.messages?.[locale] };
  } catch {
    return {};
  }
}
