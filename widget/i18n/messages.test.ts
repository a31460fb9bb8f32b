import { describe, expect, it } from 'vitest';
import { intervalText } from './interval.ts';
import { enFlows } from './locales/en-flows.ts';
import { en as enFirst } from './locales/en.ts';
import { loadFirstMessages, loadMessages, type Messages, Translator } from './messages.ts';

const en: Messages = { ...enFirst, ...enFlows };

/** English with some texts replaced: enough of a language to test with. */
function messagesWith(changed: Partial<Messages>): Messages {
  return { ...en, ...changed };
}

describe('Translator', () => {
  it('gives the text of a key', () => {
    expect(new Translator('en', en).t('interval.month')).toBe('per month');
  });

  it('counts as the language does', () => {
    const months = { one: '{count} miesiąc', few: '{count} miesiące', many: '{count} miesięcy' };
    const messages = messagesWith({ 'interval.months': { ...months, other: '{count} miesiąca' } });
    const pl = new Translator('pl', messages);
    const said = [1, 3, 5, 22, 1.5].map((count) => pl.t('interval.months', { count }));
    expect(said).toEqual(['1 miesiąc', '3 miesiące', '5 miesięcy', '22 miesiące', '1,5 miesiąca']);
  });

  it('uses the form `other` where a language has no text for a form', () => {
    const messages = messagesWith({ 'interval.months': { other: '{count}か月ごと' } });
    expect(new Translator('en', messages).t('interval.months', { count: 1 })).toBe('1か月ごと');
  });

  it('writes numbers as the locale does, the region included', () => {
    const count = 1234567;
    expect(new Translator('de', en).t('interval.days', { count })).toBe('every 1.234.567 days');
    expect(new Translator('en-IN', en).t('interval.days', { count })).toBe('every 12,34,567 days');
  });

  it('finds no words for a key that nobody has written yet', () => {
    expect(new Translator('en', en).find('problem.internal')).toContain('on our side');
    expect(new Translator('en', en).find('problem.of-tomorrow')).toBe('');
  });

  it('lets the site replace a text', () => {
    const t = new Translator('en', en, { 'interval.month': 'a month' });
    expect(t.t('interval.month')).toBe('a month');
    expect(t.t('interval.year')).toBe('per year');
  });

  it('lets the site replace a plural message as a whole or one form of it', () => {
    const overrides = { 'interval.days': 'all {count} days', 'interval.weeks.one': 'weekly' };
    const t = new Translator('en', en, overrides);
    expect(t.t('interval.days', { count: 1 })).toBe('all 1 days');
    expect(t.t('interval.weeks', { count: 1 })).toBe('weekly');
    expect(t.t('interval.weeks', { count: 2 })).toBe('every 2 weeks');
  });

  it('leaves a placeholder that the site misspelt as it is written', () => {
    const t = new Translator('en', en, { 'interval.days': 'every {cuont} {count} days' });
    expect(t.t('interval.days', { count: 3 })).toBe('every {cuont} 3 days');
  });

  it('does not fill in placeholders that come with a value', () => {
    const messages = messagesWith({ 'interval.days': { other: '{count} {name}' } });
    const params = { count: 2, name: '{count} $& $1' };
    expect(new Translator('en', messages).t('interval.days', params)).toBe('2 {count} $& $1');
  });

  it('does not take what every object inherits for a value or an override', () => {
    const t = new Translator('en', en, { 'interval.days': '{constructor} {toString} {count}' });
    expect(t.t('interval.days', { count: 3 })).toBe('{constructor} {toString} 3');
  });

  it('runs from right to left in Arabic only', () => {
    expect(new Translator('ar-EG', en).direction).toBe('rtl');
    expect(new Translator('en', en).direction).toBe('ltr');
    expect(new Translator('ja', en).direction).toBe('ltr');
  });

  it('keeps a name apart from the right-to-left text around it', () => {
    const messages = messagesWith({ 'interval.days': { other: '{name}' } });
    const params = { count: 1, name: 'Pro (v2)' };
    expect(new Translator('ar', messages).t('interval.days', params)).toBe('\u2068Pro (v2)\u2069');
    expect(new Translator('de', messages).t('interval.days', params)).toBe('Pro (v2)');
  });
});

describe('intervalText', () => {
  const t = new Translator('en', en);

  it('has words of its own for one interval', () => {
    expect(intervalText(t, 'month', 1)).toBe('per month');
    expect(intervalText(t, 'year', 1)).toBe('per year');
  });

  it('counts several', () => {
    expect(intervalText(t, 'month', 3)).toBe('every 3 months');
    expect(intervalText(t, 'week', 2)).toBe('every 2 weeks');
  });
});

describe('loadMessages', () => {
  it('has the first words of English at once, and all when asked', async () => {
    expect(await loadFirstMessages('en')).toBe(enFirst);
    expect(await loadMessages('en')).toEqual(en);
  });

  it('has any other language in one piece', async () => {
    const de = await loadFirstMessages('de');
    expect(await loadMessages('de')).toBe(de);
    expect(new Translator('de-AT', de).t('interval.month')).toBe('pro Monat');
  });
});
