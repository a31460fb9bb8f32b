/** What must not compile about keys and parameters. Nothing runs here: `tsc` is the test. */
import type { MessageArguments, Translator } from './messages.ts';
import type { Messages } from './messages.ts';
import type { PluralForms } from './plural-forms.ts';

export function checkKeys(t: Translator): void {
  t.t('interval.month');
  // @ts-expect-error: there is no such key
  t.t('interval.fortnight');
  // @ts-expect-error: a message without placeholders takes nothing
  t.t('interval.month', {});
}

export function checkParameters(t: Translator, someCount: string): void {
  t.t('interval.months', { count: 3 });
  // @ts-expect-error: the parameters are missing
  t.t('interval.months');
  // @ts-expect-error: `count` is missing
  t.t('interval.months', {});
  // @ts-expect-error: misspelt
  t.t('interval.months', { cuont: 3 });
  // @ts-expect-error: one too many
  t.t('interval.months', { count: 3, name: 'x' });
  // @ts-expect-error: a plural counts with a number
  t.t('interval.months', { count: someCount });
}

export function checkUnions(t: Translator, interval: 'day' | 'week'): void {
  t.t(`interval.${interval}`);
  t.t(`interval.${interval}s`, { count: 2 });
  // @ts-expect-error: `count` is missing in both
  t.t(`interval.${interval}s`);
}

export function checkLanguages(messages: Messages): [string, PluralForms] {
  // @ts-expect-error: a plural message is not a text
  const text: string = messages['interval.months'];
  const missing: MessageArguments<'interval.month'> = [];
  // @ts-expect-error: every language needs the form `other`
  const forms: PluralForms = { one: `${text}${missing.length}` };
  return [messages['interval.month'], forms];
}
