import { createStrings } from '../../i18n/create-strings.ts';
import { searchForm } from '../../i18n/language.ts';

export const searchFormStrings = createStrings(searchForm);
