import { createStrings } from '../../../i18n/create-strings.ts';
import { latest } from '../../../i18n/language.ts';

/** Strings of the newest stories of a topic. */
export const latestStrings = createStrings(latest);
