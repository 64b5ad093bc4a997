import { createStrings } from '../../i18n/create-strings.ts';
import { video } from '../../i18n/language.ts';

/** Strings of the video player. */
export const videoStrings = createStrings(video);
