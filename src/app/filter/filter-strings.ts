import { createStrings } from '../i18n/create-strings.ts';
import { filter } from '../i18n/language.ts';

/** Strings of the filter panel and of filtered lists. */
export const filterStrings = createStrings(filter);
