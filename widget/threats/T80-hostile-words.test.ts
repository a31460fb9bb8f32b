import { afterEach, describe, expect, it } from 'vitest';
import type { PortalSettings } from '../../contract/portal.ts';
import { LANGUAGES } from '../i18n/languages.ts';
import { SUPPORTED_LOCALES } from '../i18n/match.ts';
import { loadMessages, Translator } from '../i18n/messages.ts';
import { chooseWording, type MessageOverrides } from '../wording.ts';
import { SETTINGS, overviewOf, subscription } from '../testing/fixtures.ts';

/** Words that would like to be more than words. None holds a placeholder of ours. */
const HOSTILE = [
  '',
  '<img src=x onerror=alert(1)>',
  '</style><script>alert(1)</script>',
  '{{constructor.constructor("alert(1)")()}}',
  '${alert(1)} #{alert(1)} <%= alert(1) %>',
  '%s %n %d %1$s %@ {0,number}',
  "$& $1 $$ $` $'",
  '{} { } {{ }} {-} {a-b} {a.b}',
  '{count, plural, one {# day} other {# days}}',
  '\u202egnp.exe\u202c \u2066\u2069 \u200f\u200e \ufeff',
  'a\r\nb\u0000\u0007\u001b[2J\u009b31m\u2028\u2029',
  '\ud800 half a character \udc00',
  'Z\u0351\u036b\u0343\u036a'.repeat(50),
  '__proto__',
  'constructor',
  'x'.repeat(100_000),
];
/** Placeholders that the English text does not have, some of them names of every object. */
const MISFITS = ['{__proto__}', '{constructor}', '{toString}', '{cuont}', '{Plan}', '{0}'];
const PARAMS = { count: 3, plan: '$& {date} <b>', date: '{plan}', amount: '$1' };
const FORMS = ['', '.zero', '.one', '.two', '.few', '.many', '.other'];

afterEach(() => document.body.replaceChildren());

describe('T80 words that nobody means well with', () => {
  it.each(SUPPORTED_LOCALES)(
    'are shown to the letter, under every name, in %s',
    async (language) => {
      const messages = await loadMessages(language);
      for (const text of HOSTILE) {
        const all = Object.keys(messages).flatMap((key) =>
          FORMS.map((form) => [`${key}${form}`, text]),
        );
        const words = new Translator(language, messages, Object.fromEntries(all));
        for (const key of Object.keys(messages)) expect(words.find(key, PARAMS)).toBe(text);
      }
    },
  );

  it('keep placeholders that do not fit as they are written', async () => {
    const messages = await LANGUAGES.en();
    for (const misfit of MISFITS) {
      const words = new Translator('en', messages, { 'overview.title': `a ${misfit} b` });
      expect(words.t('overview.title')).toBe(`a ${misfit} b`);
      expect(words.find('overview.title', PARAMS)).toBe(`a ${misfit} b`);
    }
  });

  it('put in a value once: what stands in it is neither filled in nor a pattern', async () => {
    const words = new Translator('en', await LANGUAGES.en(), { 'cancel.title': '{plan}|{date}' });
    expect(words.find('cancel.title', PARAMS)).toBe('$& {date} <b>|{plan}');
  });

  it('do without plural forms that are missing', async () => {
    for (const language of SUPPORTED_LOCALES) {
      const messages = await loadMessages(language);
      const words = new Translator(language, messages, { 'invoices.loaded.two': 'two' });
      for (const count of [0, 1, 2, 3, 5, 11, 1.5, -1, 1e21, Number.NaN]) {
        expect(words.find('invoices.loaded', { count })).toMatch(/\S/);
      }
    }
  });
});

const CYCLE: Record<string, unknown> = {};
CYCLE['en'] = CYCLE;
let deep: unknown = 'text';
for (let level = 0; level < 10_000; level += 1) deep = { en: deep };
const UNREADABLE = {
  get en(): never {
    throw new Error('No.');
  },
};
/** What a page may set that is no table of words. */
const NO_WORDS: [string, unknown][] = [
  ['null', null],
  ['nothing', undefined],
  ['a number', 1],
  ['a text', 'en'],
  ['a list', [1, 'a']],
  ['a function', () => 'en'],
  ['a circle', CYCLE],
  ['ten thousand levels', deep],
  ['words that cannot be read', UNREADABLE],
  ['a revoked proxy', revoked()],
  ['numbers', { en: { 'overview.title': 1 } }],
  ['objects', { en: { 'overview.title': { toString: () => 'x' } } }],
  ['null for words', { en: { 'overview.title': null } }],
  ['null for a language', { en: null }],
  ['a text for a language', { en: 'overview.title' }],
  [
    'keys of the prototype',
    JSON.parse('{"en":{"__proto__":{"overview.title":"x"},"constructor":"y"}}'),
  ],
  ['languages of the prototype', JSON.parse('{"__proto__":{"en":{"overview.title":"x"}}}')],
];

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

/** The words of a page in English with these of its own, and of the server's. */
async function wordsWith(
  messages: unknown,
  texts: unknown = {},
  locale: unknown = 'en',
): Promise<Translator> {
  const element = document.createElement('div');
  document.body.append(element);
  Object.assign(element, { locale, messages: messages as MessageOverrides });
  const portal = { ...SETTINGS, texts: texts as PortalSettings['texts'] };
  const result = { token: 't', expiresAt: 0, portal, overview: overviewOf([subscription()]) };
  const source = { element, session: { result } } as unknown as Parameters<typeof chooseWording>[0];
  return (await chooseWording(source, loadMessages)).words;
}

describe('T80 a page that sets no words where words belong', () => {
  it.each(NO_WORDS)('has the portal’s own: %s', async (_, messages) => {
    const words = await wordsWith(messages);
    expect(words.t('overview.title')).toBe('Your plan');
    expect(words.t('action.try-again')).toBe('Try again');
    expect(({} as Record<string, unknown>)['overview.title']).toBeUndefined();
  });

  it('has the portal’s own where a server sends such', async () => {
    for (const [, texts] of NO_WORDS) {
      if (texts === UNREADABLE || typeof texts !== 'object') continue;
      let json = '';
      try {
        json = JSON.stringify(texts) ?? 'null';
      } catch {
        continue;
      }
      const words = await wordsWith({}, JSON.parse(json));
      expect(words.t('overview.title')).toBe('Your plan');
    }
  });
});

const NO_LOCALES = [
  '',
  ' ',
  '__proto__',
  'constructor',
  'toString',
  '../../../etc/passwd',
  'https://evil.example/x.js',
  '<script>',
  'en\u0000',
  'en\n',
  'en-',
  '-en',
  'en--GB',
  'en-u-nu-<b>',
  'x-klingon',
  'i-default',
  'xx-Xxxx-XX',
  'zzz',
  'a'.repeat(100_000),
  `en-${'a'.repeat(8)}`.repeat(1_000),
];

describe('T80 a language that is none', () => {
  it.each(NO_LOCALES.map((locale) => [locale.slice(0, 30), locale]))(
    'loads nothing, and is passed over: %j',
    async (_, locale) => {
      const words = await wordsWith({}, {}, locale);
      expect(SUPPORTED_LOCALES.some((one) => words.locale.startsWith(one.slice(0, 2)))).toBe(true);
      expect(words.t('overview.title')).toMatch(/^\S/);
    },
  );

  it('may say how numbers are written, and nothing more', async () => {
    const words = await wordsWith({}, {}, 'en-u-nu-arab-x-a');
    expect(words.t('overview.title')).toBe('Your plan');
    expect(words.find('interval.days', { count: 12 })).toBe('every \u0661\u0662 days');
  });
});
