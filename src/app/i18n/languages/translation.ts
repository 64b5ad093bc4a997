import type * as english from './en.ts';

/** By the categories of CLDR, <https://cldr.unicode.org/index/cldr-spec/plural-rules>. Those without a form have `other`. */
export interface PluralForms {
  readonly other: string;
  readonly [category: string]: string;
}

/**
 * All texts of a language. `Categories`: the plural categories of whole numbers that need a form beside `other`.
 */
export type Translation<Categories extends Intl.LDMLPluralRule = never> = TranslationOf<typeof english, Categories>;

type TranslationOf<English, Categories extends Intl.LDMLPluralRule> = English extends string
  ? string
  : English extends PluralForms
    ? { readonly [Category in Categories | 'other']: string }
    : { readonly [Name in keyof English]: TranslationOf<English[Name], Categories> };
