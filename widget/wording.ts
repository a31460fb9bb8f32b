import type { PortalSettings } from '../contract/portal.ts';
import { Format } from './format.ts';
import { localesFrom, matchLocale, type LocaleMatch } from './i18n/match.ts';
import { en } from './i18n/locales/en.ts';
import { Translator, loadMessages, type Messages } from './i18n/messages.ts';

/** Own words per language, and per message key: `{ en: { 'overview.title': 'Membership' } }`. */
export type MessageOverrides = Record<string, Record<string, string>>;

export interface Wording {
  words: Translator;
  format: Format;
}

export interface WordingSource {
  element: Element;
  /** The element's `locale` attribute. */
  locale: string | null;
  overrides: MessageOverrides;
  /** Null until the session is open. */
  settings: PortalSettings | null;
  preferred: readonly string[];
}

/** English at once: nothing has to be fetched to say that something went wrong. */
export const ENGLISH: Wording = { words: new Translator('en', en), format: new Format('en') };

/** The words for this page and customer. Falls back to English where a language cannot be fetched. */
export async function chooseWording(source: WordingSource): Promise<Wording> {
  const asked = source.locale && source.locale !== 'auto' ? source.locale : null;
  const attribute = asked ?? source.settings?.locale ?? null;
  const match = matchLocale(localesFrom(source.element, attribute, source.preferred));
  try {
    return wordingOf(match, await loadMessages(match.language), source);
  } catch {
    return wordingOf({ language: 'en', locale: 'en' }, en, source);
  }
}

function wordingOf({ language, locale }: LocaleMatch, messages: Messages, source: WordingSource) {
  const texts = source.settings?.texts ?? {};
  const overrides = {
    ...texts[language],
    ...texts[locale],
    ...source.overrides[language],
    ...source.overrides[locale],
  };
  return { words: new Translator(locale, messages, overrides), format: new Format(locale) };
}
