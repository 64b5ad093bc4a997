import { createStrings } from './create-strings.ts';
import { common } from './language.ts';

/** The interface strings of the first load. Parts that load later have their tables in files beside them. */
export const strings = createStrings(common);
