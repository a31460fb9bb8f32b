/** The words for a BCP 47 tag: of that language, else English. Also sets the page's language. */
export function wordsFor(table, locale) {
  const language = String(locale ?? '')
    .split('-')[0]
    .toLowerCase();
  const key = language === 'pt' ? 'pt-BR' : language;
  const known = Object.hasOwn(table, key) ? key : 'en';
  document.documentElement.lang = known;
  return table[known];
}
