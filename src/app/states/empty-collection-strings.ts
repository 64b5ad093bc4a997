import { createStrings } from '../i18n/create-strings.ts';
import { emptyCollection } from '../i18n/language.ts';

/** Strings of a collection without articles. */
export const emptyCollectionStrings = createStrings(emptyCollection);
