/**
 * Which words of the portal a site may have as it likes them. The one place where the server looks
 * into the widget: only there is a text that nobody would ever be shown known to be none.
 */
import * as v from 'valibot';
import { enFlows } from '../widget/i18n/locales/en-flows.ts';
import { en } from '../widget/i18n/locales/en.ts';
import { parseLocale, supportedFor, SUPPORTED_LOCALES } from '../widget/i18n/match.ts';
import { nearest } from './nearest.ts';
import { shown } from './shown.ts';

const MAX_TEXT_LENGTH = 2_000;
const CATEGORIES = ['zero', 'one', 'two', 'few', 'many', 'other'];
/** Every message key; a plural message may be had as a whole or one form at a time. */
const KEYS = Object.entries({ ...en, ...enFlows }).flatMap(([key, message]) =>
  typeof message === 'string' ? [key] : [key, ...CATEGORIES.map((form) => `${key}.${form}`)],
);
const KNOWN = new Set(KEYS);

const language = v.pipe(
  v.string(),
  v.check(isOffered, ({ input }) => `has no language ${shown(input)}.${suggestLanguage(input)}`),
);

const key = v.pipe(
  v.string(),
  v.check(
    (one) => KNOWN.has(one),
    ({ input }) => `has no text ${shown(input)}.${suggestKey(input)}`,
  ),
);

const TEXT = `must be text of at most ${MAX_TEXT_LENGTH} characters`;

/** Texts per language and message key: `{ "en": { "cancel.title": "Leave us" } }`. */
export const ownWordsSchema = v.record(
  language,
  v.record(
    key,
    v.pipe(v.string(TEXT), v.maxLength(MAX_TEXT_LENGTH, TEXT)),
    'must be texts by name, like { "cancel.title": "Leave us" }',
  ),
  'must be texts per language, like { "en": { "cancel.title": "Leave us" } }',
);

/** As the widget looks it up: a language that it has, in the spelling that a browser gives it. */
function isOffered(tag: string): boolean {
  const locale = parseLocale(tag);
  return locale?.toString() === tag && supportedFor(locale) !== undefined;
}

function suggestLanguage(tag: string): string {
  const spelling = parseLocale(tag)?.toString();
  if (spelling !== undefined && isOffered(spelling)) return ` Write "${spelling}".`;
  return ` Languages are: ${SUPPORTED_LOCALES.join(', ')}, each with a region if it matters.`;
}

function suggestKey(wrong: string): string {
  const meant = nearest(wrong, KEYS);
  if (meant !== null) return ` Did you mean "${meant}"?`;
  const alike = KEYS.filter((one) => one.split('.')[0] === wrong.split('.')[0]);
  if (alike.length > 0) return ` There are: ${alike.slice(0, 20).join(', ')}.`;
  const groups = new Set(KEYS.map((one) => one.replace(/\..*$/, '')));
  return ` Names begin with: ${[...groups].join(', ')}.`;
}
