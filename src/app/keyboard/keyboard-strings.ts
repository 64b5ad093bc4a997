import { createStrings } from '../i18n/create-strings.ts';
import { keyboard } from '../i18n/language.ts';

/** Strings of the sheet with the keyboard shortcuts. */
export const keyboardStrings = createStrings(keyboard);
