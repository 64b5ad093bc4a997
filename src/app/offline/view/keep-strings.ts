import { createStrings } from '../../i18n/create-strings.ts';
import { keep } from '../../i18n/language.ts';

/** Strings for what is kept for offline. */
export const keepStrings = createStrings(keep);
