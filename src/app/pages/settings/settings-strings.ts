import { createStrings } from '../../i18n/create-strings.ts';
import { settings } from '../../i18n/language.ts';

/** Strings of the settings page. */
export const settingsStrings = createStrings(settings);
