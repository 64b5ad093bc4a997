import { createStrings } from '../../i18n/create-strings.ts';
import { body } from '../../i18n/language.ts';

/** Strings of an article's body. */
export const bodyStrings = createStrings(body);
