import { createStrings } from '../../i18n/create-strings.ts';
import { offlinePage } from '../../i18n/language.ts';

/** Strings for what can be read without a connection. */
export const offlinePageStrings = createStrings(offlinePage);
