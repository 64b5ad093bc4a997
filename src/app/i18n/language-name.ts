import { locale } from './locale.ts';

/** The name of a language in the language of the interface: `French`. A language without a name has its code. */
export const languageName = (code: string): string =>
  new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code;
