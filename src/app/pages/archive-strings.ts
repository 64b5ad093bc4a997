import { createStrings } from '../i18n/create-strings.ts';
import { archive } from '../i18n/language.ts';

/** Strings of the archive pages. */
export const archiveStrings = createStrings(archive);
