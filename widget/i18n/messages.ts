import type { enFlows } from './locales/en-flows.ts';
import { en } from './locales/en.ts';
import type { SupportedLocale } from './match.ts';
import type { PluralForms } from './plural-forms.ts';

type English = typeof en & typeof enFlows;

/** What the overview says; all that is there until the customer does something. */
export type FirstKey = keyof typeof en;
export type MessageKey = keyof English;

/** A whole language: every key of English, and plural forms exactly where English has them. */
export type Messages = {
  readonly [K in MessageKey]: English[K] extends string ? string : PluralForms;
};

/** As much of a language as the overview needs. */
export type FirstMessages = Pick<Messages, FirstKey>;

/**
 * What a message must be given, read off its English text: `'{count} of {total}'` wants both.
 * A plural message always wants `count`, as a number.
 */
export type MessageParams<K extends MessageKey> = {
  [Name in Placeholders<Texts<K>>]: string | number;
} & (IsPlural<K> extends true ? { count: number } : unknown);

/** The arguments after the key: none for a message without placeholders. */
export type MessageArguments<K extends MessageKey> = keyof MessageParams<K> extends never
  ? []
  : [params: MessageParams<K>];

/**
 * The words of one language. Numbers among the parameters are written as the locale writes them;
 * texts go in as they are, and are kept apart from right-to-left text around them.
 * @param overrides Own words of the site by message key; a plural message may be overridden as a
 * whole (`invoices.loaded`) or one form at a time (`invoices.loaded.one`).
 */
export class Translator<Key extends MessageKey = MessageKey> {
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  readonly #messages: Readonly<Record<string, string | PluralForms>>;
  readonly #overrides: Readonly<Record<string, string>>;
  readonly #plural: Intl.PluralRules;
  readonly #number: Intl.NumberFormat;

  constructor(
    locale: string,
    messages: Pick<Messages, Key>,
    overrides: Record<string, string> = {},
  ) {
    this.locale = locale;
    this.direction = isRightToLeft(locale) ? 'rtl' : 'ltr';
    this.#messages = messages;
    this.#overrides = Object.fromEntries(
      Object.entries(overrides).filter(([, text]) => typeof text === 'string'),
    );
    this.#plural = new Intl.PluralRules(locale);
    this.#number = new Intl.NumberFormat(locale);
  }

  /** The text of `key`, filled in. A placeholder that an override misspells stays as it is written. */
  t<K extends Key>(key: K, ...[params]: MessageArguments<K>): string {
    return this.find(key, params);
  }

  /** The same for a key that is only known when it runs; '' where there are no words for it. */
  find(key: string, params: Record<string, string | number> = {}): string {
    const values = new Map(Object.entries(params));
    const text = this.#text(key, Number(values.get('count')));
    return text.replace(/\{(\w+)\}/g, (placeholder, name) =>
      this.#written(values.get(name) ?? placeholder),
    );
  }

  #text(key: string, count: number): string {
    const message = this.#messages[key] ?? '';
    if (typeof message === 'string') return this.#overrides[key] ?? message;
    const category = this.#plural.select(count);
    return (
      this.#overrides[`${key}.${category}`] ??
      this.#overrides[key] ??
      message[category] ??
      message.other
    );
  }

  #written(value: string | number): string {
    if (typeof value === 'number') return this.#number.format(value);
    // FSI and PDI: a Latin name must not reorder the Arabic around it.
    return this.direction === 'rtl' ? `\u2068${value}\u2069` : value;
  }
}

/** The words of the overview. English is always there; any other language comes whole. */
export async function loadFirstMessages(language: SupportedLocale): Promise<FirstMessages> {
  return language === 'en' ? en : loadMessages(language);
}

/** All words of a language, fetched the first time. Rejects where that fails. */
export async function loadMessages(language: SupportedLocale): Promise<Messages> {
  const { LANGUAGES } = await import('./languages.ts');
  return LANGUAGES[language]();
}

/** Of the languages that there are words for, those in Arabic script run from right to left. */
function isRightToLeft(locale: string): boolean {
  return new Intl.Locale(locale).maximize().script === 'Arab';
}

type Texts<K extends MessageKey> = English[K] extends infer M
  ? M extends string
    ? M
    : M[keyof M]
  : never;

type Placeholders<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

type IsPlural<K extends MessageKey> = [Extract<English[K], object>] extends [never] ? false : true;
