import { createStrings } from '../../i18n/create-strings.ts';
import { coverage } from '../../i18n/language.ts';

/** Strings of what other articles report on an event. */
export const coverageStrings = createStrings(coverage);
