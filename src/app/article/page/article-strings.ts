import { createStrings } from '../../i18n/create-strings.ts';
import { article } from '../../i18n/language.ts';

/** Strings of the article page. */
export const articleStrings = createStrings(article);
