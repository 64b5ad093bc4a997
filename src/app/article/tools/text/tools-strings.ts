import { createStrings } from '../../../i18n/create-strings.ts';
import { tools } from '../../../i18n/language.ts';

/** Strings of the tools of cards and articles. */
export const toolsStrings = createStrings(tools);
