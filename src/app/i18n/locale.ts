/*
 * What `Intl` and elements need to know of the language of the interface. Not imported from `language.ts` directly: that
 * would make a module, and a request, for each importer.
 */
export { contentAttributes, interfaceAttributes, locale } from './language.ts';
