/**
 * How long the longest word of a headline is, if it is wider than a phone at the usual size, as in languages with compound
 * words. Browsers hyphenate only some languages. Scripts without capital letters are not meant: their words are short, or
 * have no spaces.
 */
export function longWords(title: string): 'long' | 'longer' | undefined {
  const lengths = (title.match(/[\p{Lu}\p{Ll}\p{M}\d]{16,}/gu) ?? []).map((word) => word.length);
  return lengths.length === 0 ? undefined : Math.max(...lengths) > LONG ? 'longer' : 'long';
}

const LONG = 23;
