import { createStrings } from '../i18n/create-strings.ts';
import { offline } from '../i18n/language.ts';

/** Strings about the service worker and the copies that it keeps. */
export const offlineStrings = createStrings(offline);
