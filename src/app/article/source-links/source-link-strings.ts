import { createStrings } from '../../i18n/create-strings.ts';
import { sourceLinks } from '../../i18n/language.ts';

/** Strings of the source links on an article page. */
export const sourceLinkStrings = createStrings(sourceLinks);
