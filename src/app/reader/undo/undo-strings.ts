import { createStrings } from '../../i18n/create-strings.ts';
import { undo } from '../../i18n/language.ts';

/** Strings of the note after an action. */
export const undoStrings = createStrings(undo);
