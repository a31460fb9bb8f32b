import { afterEach, describe, expect, it, vi } from 'vitest';
import { localesFrom, matchLocale } from './match.ts';
import { stripeLocale } from './stripe-locale.ts';

describe('matchLocale', () => {
  it.each([
    ['de', 'de', 'de'],
    ['de-AT', 'de', 'de-AT'],
    ['DE-ch', 'de', 'de-CH'],
    ['en-GB', 'en', 'en-GB'],
    ['pt', 'pt-BR', 'pt'],
    ['pt-PT', 'pt-BR', 'pt-PT'],
    ['pt_BR', 'pt-BR', 'pt-BR'],
    ['es-419', 'es', 'es-419'],
    ['fr-CA', 'fr', 'fr-CA'],
    ['ja-JP', 'ja', 'ja-JP'],
    ['ar-EG', 'ar', 'ar-EG'],
    ['ar-u-nu-latn', 'ar', 'ar-u-nu-latn'],
    ['de-DE-formal', 'de', 'de-DE-formal'],
    ['pl-Latn-PL', 'pl', 'pl-Latn-PL'],
  ])('reads %s as the words of %s and writes numbers as %s', (wanted, language, locale) => {
    expect(matchLocale([wanted])).toEqual({ language, locale });
  });

  it.each(['sv', 'zh-Hant', 'arn', 'enm', 'ja-Latn', 'ar-Latn', 'uk', 'tlh'])(
    'falls back to English for %s',
    (wanted) => {
      expect(matchLocale([wanted])).toEqual({ language: 'en', locale: 'en' });
    },
  );

  it('takes the first one that there are words for', () => {
    expect(matchLocale(['sv', 'nl-BE', 'de'])).toEqual({ language: 'nl', locale: 'nl-BE' });
  });

  it.each(['auto', '', '*', 'C', 'not a tag', '{{locale}}', 'de-', '🇩🇪'])(
    'passes over %j, which is no tag',
    (wanted) => {
      expect(matchLocale([wanted, 'it']).language).toBe('it');
    },
  );

  it('speaks English when nothing is wanted', () => {
    expect(matchLocale([])).toEqual({ language: 'en', locale: 'en' });
  });
});

describe('localesFrom', () => {
  afterEach(() => {
    document.body.replaceChildren();
    document.documentElement.removeAttribute('lang');
    vi.restoreAllMocks();
  });

  function place(parent: ParentNode & Node): HTMLElement {
    const element = document.createElement('div');
    parent.appendChild(element);
    return element;
  }

  it('asks the attribute, the page, the customer and the browser, in this order', () => {
    vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['pl-PL', 'en']);
    document.documentElement.lang = 'de-AT';
    const wanted = localesFrom(place(document.body), 'fr', ['nl', 'it']);
    expect(wanted).toEqual(['fr', 'de-AT', 'nl', 'it', 'pl-PL', 'en']);
  });

  it('hears the nearest lang, and the one on the element itself before all', () => {
    document.documentElement.lang = 'en';
    const section = place(document.body);
    section.lang = 'es';
    const element = place(section);
    expect(localesFrom(element, null, [])[0]).toBe('es');
    element.lang = 'ja';
    expect(localesFrom(element, null, [])[0]).toBe('ja');
  });

  it('looks through the shadow roots that the element sits in', () => {
    document.documentElement.lang = 'nl';
    const outer = place(document.body).attachShadow({ mode: 'closed' });
    const inner = place(outer).attachShadow({ mode: 'open' });
    expect(localesFrom(place(inner), null, [])[0]).toBe('nl');
  });

  it('takes the page at its word when it says that its language is not known', () => {
    vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['it']);
    document.documentElement.lang = 'de';
    const section = place(document.body);
    section.setAttribute('lang', '');
    expect(matchLocale(localesFrom(place(section), null, []))).toEqual({
      language: 'it',
      locale: 'it',
    });
  });
});

describe('stripeLocale', () => {
  it.each([
    ['en', 'en'],
    ['en-US', 'en'],
    ['en-GB', 'en-GB'],
    ['en-IE', 'en-GB'],
    ['en-CA', 'en-CA'],
    ['de-AT', 'de'],
    ['fr-FR', 'fr'],
    ['fr-CA', 'fr-CA'],
    ['es', 'es'],
    ['es-MX', 'es-419'],
    ['pt', 'pt-BR'],
    ['pt-PT', 'pt'],
    ['it-CH', 'it'],
    ['nl-BE', 'nl'],
    ['pl', 'pl'],
    ['ja-JP', 'ja'],
    ['ar-EG', 'ar'],
  ])('gives %s to Stripe as %s', (locale, expected) => {
    expect(stripeLocale(locale)).toBe(expected);
  });

  it.each(['uk', 'sv', 'nonsense tag', ''])('leaves %j to Stripe', (locale) => {
    expect(stripeLocale(locale)).toBe('auto');
  });
});
