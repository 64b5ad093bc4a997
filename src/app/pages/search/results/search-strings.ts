import { createStrings } from '../../../i18n/create-strings.ts';
import { search } from '../../../i18n/language.ts';

/** Strings of the search page. */
export const searchStrings = createStrings(search);
