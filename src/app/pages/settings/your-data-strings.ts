import { createStrings } from '../../i18n/create-strings.ts';
import { yourData } from '../../i18n/language.ts';

/** Strings for what the reader owns, on the settings page. */
export const yourDataStrings = createStrings(yourData);
