import { createStrings } from '../i18n/create-strings.ts';
import { spaFallback } from '../i18n/language.ts';

/** Strings of the page for addresses that are not pre-rendered. */
export const spaFallbackStrings = createStrings(spaFallback);
