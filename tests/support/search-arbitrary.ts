import fc from 'fast-check';

const PIECES = [
  ['a', 'Ab', 'the', '7', 'C++', 'c#', 'U.S.', 'e-mail', "don't", '1.85.1', 'x.y', 'topic:', 'after:2024', ':'],
  [' ', '\n', '\u00a0', '\u3000', '-', '"', '“', '”', '.', '#', '+', "'", '/', '…', '🎉', '\u0000'],
  ['é', 'e\u0301', 'İ', 'ı', 'ß', 'ẞ', 'ﬁ', 'ſ', 'Æ', 'Σ', 'ς', 'ᾧ', 'Ё', 'й', '𐐀', '\u0301', '\u0345', '½', '㎏'],
  ['أ', 'ى', 'ـ', '\u064b', '\ufdfa', '۰', '٢', 'ש', '\u05b0', 'हि', '\u093f', 'ไทย', '\u200b', '\u200d', '\u00ad'],
  ['中国', '中', '𠮷', '㍿', 'ー', 'ｶﾞ', '\u3099', '한글', '\u1112', '\u1161', '\u11ab', '\u202e', '\u200f', '\u2066'],
  ['\ud83d', '\udc00', '\uffff', '\ufeff', '__proto__', 'x'.repeat(45), '漢'.repeat(9)],
].flat();

/** Texts with what is special in the search: signs of queries, letters that fold to others, half surrogate pairs. */
export const oddText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...PIECES) },
      fc.nat(0x10ffff).map((code) => String.fromCodePoint(code)),
    ),
    { maxLength: 10 },
  )
  .map((pieces) => pieces.join(''));
