import { createStrings } from '../../i18n/create-strings.ts';
import { event } from '../../i18n/language.ts';

/** Strings of the page of an event. */
export const eventStrings = createStrings(event);
