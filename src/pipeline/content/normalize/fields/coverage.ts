import { scalarText } from '../values/describe-value.ts';
import { FALSE_WORDS, readPlainText, TRUE_WORDS, type Value } from '../values/read-value.ts';

export const MAX_EVENT_NAME = 100;

/**
 * Reads the field `coverage`: the name of the event that an article reports, in lower case, or `false` if it is not
 * grouped with other reports. `true` is the default, `undefined`.
 */
export function readCoverage(value: Value): string | false | undefined {
  const word = scalarText(value.value)?.trim().toLowerCase() ?? '';
  if (FALSE_WORDS.includes(word)) return false;
  if (TRUE_WORDS.includes(word)) return undefined;
  return readPlainText(value, MAX_EVENT_NAME)?.normalize('NFC').toLowerCase();
}
