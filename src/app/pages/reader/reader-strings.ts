import { createStrings } from '../../i18n/create-strings.ts';
import { reader } from '../../i18n/language.ts';

/** Strings of the pages with saved stories, followed topics and hidden stories. */
export const readerStrings = createStrings(reader);
