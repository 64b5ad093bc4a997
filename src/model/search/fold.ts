/*
 * Folding brings different spellings of a word to one form. The index and the query use it alike, in Node and in
 * browsers, so it depends neither on the locale nor on `Intl`.
 */

/**
 * Combining marks after a letter of these scripts do not distinguish words for a reader who searches. Some marks have a
 * script of their own.
 */
const MARKS =
  /((?!\p{M})[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}])[\p{Mn}\p{Me}]+/gu;

/** Soft hyphens, tatweel, and characters without width, which only control how a word is displayed. */
const INVISIBLE = /[\u00AD\u0640\u200B-\u200D\u2060\uFEFF]/g;

/** Letters that have no decomposition in Unicode. */
const LETTERS: Record<string, string> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ς: 'σ',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ة: 'ه',
  ک: 'ك',
};
const LETTER = /[ßøłıæœđðþħςٱىیةک]/g;

/** Arabic-Indic digits, of both kinds. */
const DIGIT = /[٠-٩۰-۹]/g;

const ASCII = /^[\0-\x7f]*$/;

/**
 * Folds a text: compatibility forms, letter case, and marks of Latin, Greek, Cyrillic, Arabic and Hebrew letters. The
 * result is in the normalization form C. https://www.unicode.org/reports/tr15/
 */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(INVISIBLE, '')
    .replace(MARKS, '$1')
    .replace(LETTER, (letter) => LETTERS[letter] ?? letter)
    .replace(DIGIT, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
    .normalize('NFC');
}
