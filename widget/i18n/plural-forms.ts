/**
 * One text for each way in which a language counts, in CLDR's words. Which ones a language needs
 * is what `Intl.PluralRules` says; `other` stands in for one that is missing.
 * @see https://cldr.unicode.org/index/cldr-spec/plural-rules
 */
export type PluralForms = { readonly [Category in Intl.LDMLPluralRule]?: string } & {
  readonly other: string;
};
