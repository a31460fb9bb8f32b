import { describe, expect, it } from 'vitest';
import { SUPPORTED_LOCALES, type SupportedLocale } from '../match.ts';
import { loadMessages, type MessageKey, type Messages } from '../messages.ts';
import type { PluralForms } from '../plural-forms.ts';
import { enFlows } from './en-flows.ts';
import { en } from './en.ts';

type Translation = Exclude<SupportedLocale, 'en'>;
type Entry = [key: string, message: string | PluralForms];

const TRANSLATIONS = SUPPORTED_LOCALES.filter((locale) => locale !== 'en');

/** Words that may be the same in that language. Look twice before you add one. */
const SAME_AS_ENGLISH: Record<Translation, readonly MessageKey[]> = {
  de: ['invoices.status', 'invoices.download'],
  fr: ['invoices.date', 'invoices.actions', 'invoices.download'],
  es: ['plans.legend', 'invoices.download'],
  'pt-BR': ['invoices.status', 'invoices.download'],
  it: ['price.each-unit', 'invoices.download'],
  nl: [
    'interval.week',
    'price.each-unit',
    'discount.code',
    'invoices.status',
    'invoices.actions',
    'invoices.download',
  ],
  pl: ['plans.legend', 'invoices.status', 'invoices.download'],
  ja: ['invoices.download'],
  ar: ['invoices.download'],
};

/** Only millions and more: a language may say them as it says `other`. */
const MANY_IS_OPTIONAL: readonly SupportedLocale[] = ['fr', 'es', 'it', 'pt-BR'];

/** The element's own name is not markup: the site owner has to find it in the page. */
const OWN_TAG = '<billing-portal>';

const ENGLISH: ReadonlyMap<string, string | PluralForms> = new Map(
  Object.entries({ ...en, ...enFlows }),
);

describe('locales', () => {
  it('says nothing twice in the two parts of English', () => {
    expect(Object.keys(en).filter((key) => key in enFlows)).toEqual([]);
  });
});

describe.each(SUPPORTED_LOCALES)('locale %s', (locale) => {
  const load = async (): Promise<Entry[]> => Object.entries<string | PluralForms>(await messages());
  const messages = (): Promise<Messages> => loadMessages(locale);

  it('has every message of English, and no other', async () => {
    expect(Object.keys(await messages()).toSorted()).toEqual([...ENGLISH.keys()].toSorted());
  });

  it('has plural forms where English has them, and only there', async () => {
    const wrong = (await load()).filter(
      ([key, message]) => typeof message !== typeof ENGLISH.get(key),
    );
    expect(wrong).toEqual([]);
  });

  it('has exactly the plural forms that the language counts with', async () => {
    const wanted = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    const required = MANY_IS_OPTIONAL.includes(locale)
      ? wanted.filter((form) => form !== 'many')
      : wanted;
    for (const [key, message] of await load()) {
      if (typeof message === 'string') continue;
      const forms = Object.keys(message);
      expect(wanted, key).toEqual(expect.arrayContaining(forms));
      expect(forms, key).toEqual(expect.arrayContaining(required));
    }
  });

  it('keeps every placeholder of English, and invents none', async () => {
    for (const [key, message] of await load()) {
      const wanted = placeholders(textsOf(ENGLISH.get(key) ?? '').at(-1) ?? '');
      for (const [form, text] of formsOf(message)) {
        const found = placeholders(text);
        if (maySkipCount(locale, form)) found.add('count');
        expect(found, `${key} ${form}: ${text}`).toEqual(wanted);
      }
    }
  });

  it('has no empty text, no stray space and no broken brace', async () => {
    for (const [key, message] of await load()) {
      for (const text of textsOf(message)) {
        expect(text, key).toMatch(/^\S(.*\S)?$/u);
        expect(text, key).not.toMatch(/ {2}/);
        expect(text.replace(/\{\w+\}/g, ''), key).not.toMatch(/[{}]/);
      }
    }
  });

  it('ends as English does: a sentence with a stop, a label without', async () => {
    for (const [key, message] of await load()) {
      const isSentence = /[.?!…]$/.test(textsOf(ENGLISH.get(key) ?? '').at(-1) ?? '');
      for (const text of textsOf(message)) {
        expect(/[.?!…。？！؟]$/.test(text), `${key}: ${text}`).toBe(isSentence);
      }
    }
  });

  it('is text and not markup', async () => {
    for (const [key, message] of await load()) {
      for (const text of textsOf(message)) {
        expect(text.replaceAll(OWN_TAG, ''), key).not.toMatch(/<|>|&\w+;|&#|\]\(|\*\*|`/);
      }
    }
  });
});

describe.each(TRANSLATIONS)('translation %s', (locale) => {
  it('leaves nothing in English', async () => {
    const allowed: readonly string[] = SAME_AS_ENGLISH[locale];
    const same = Object.entries<string | PluralForms>(await loadMessages(locale)).filter(
      ([key, message]) => {
        const english = textsOf(ENGLISH.get(key) ?? '');
        const texts = textsOf(message).filter(hasWords);
        return !allowed.includes(key) && texts.some((text) => english.includes(text));
      },
    );
    expect(same).toEqual([]);
  });
});

function formsOf(message: string | PluralForms): [form: string, text: string][] {
  return typeof message === 'string' ? [['text', message]] : Object.entries<string>(message);
}

function textsOf(message: string | PluralForms): string[] {
  return formsOf(message).map(([, text]) => text);
}

function placeholders(text: string): Set<string> {
  return new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name));
}

/** A form that stands for one single number may say it in words: "every two months". */
function maySkipCount(locale: SupportedLocale, form: string): boolean {
  const rules = new Intl.PluralRules(locale);
  const numbers = Array.from({ length: 1000 }, (_, number) => number);
  return numbers.filter((number) => rules.select(number) === form).length === 1;
}

/** False for "{price} {interval}": there is nothing to translate in it. */
function hasWords(text: string): boolean {
  return /\p{L}/u.test(text.replace(/\{\w+\}/g, ''));
}
