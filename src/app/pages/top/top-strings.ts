import { createStrings } from '../../i18n/create-strings.ts';
import { top } from '../../i18n/language.ts';

/** Strings of the front page in the order of points. */
export const topStrings = createStrings(top);
