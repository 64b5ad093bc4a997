import { createStrings } from '../../i18n/create-strings.ts';
import { keepButton } from '../../i18n/language.ts';

/** Strings of the button that opens the sheet, which loads earlier. */
export const keepButtonStrings = createStrings(keepButton);
