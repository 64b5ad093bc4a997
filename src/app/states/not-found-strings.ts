import { createStrings } from '../i18n/create-strings.ts';
import { notFound } from '../i18n/language.ts';

/** Strings for what does not exist. */
export const notFoundStrings = createStrings(notFound);
