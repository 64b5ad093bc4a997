import { createStrings } from '../../i18n/create-strings.ts';
import { actions } from '../../i18n/language.ts';

/** What was done, for the note with the button to undo it. */
export const actionStrings = createStrings(actions);
