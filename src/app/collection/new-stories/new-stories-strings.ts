import { createStrings } from '../../i18n/create-strings.ts';
import { newStories } from '../../i18n/language.ts';

export const newStoriesStrings = createStrings(newStories);
