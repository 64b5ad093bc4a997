/*
 * The language of the interface. Here it is English. The Vite plugin replaces this module by one with the language and
 * the texts of `site.yaml`; see `src/pipeline/vite/bundle/interface-texts.ts`. Each importer gets a module of its own,
 * which has only the tables that it uses: those of lazy parts stay out of the first load.
 */

export * from './languages/en.ts';

/** For elements with texts of the interface, where it is not in the language of the site. */
export const interfaceAttributes: { lang?: string; dir?: 'ltr' | 'rtl' } = {};

/** For elements with content in the language of the site, in an element with `interfaceAttributes`. As empty as those. */
export const contentAttributes: typeof interfaceAttributes = {};

/** The BCP 47 tag for `Intl`, with the calendar and the numbering system of the language. */
export const locale: string = 'en-u-ca-gregory-nu-latn';
