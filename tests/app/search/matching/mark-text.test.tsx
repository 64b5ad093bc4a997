// @vitest-environment node
import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { createTextMarker } from '../../../../src/app/search/matching/mark-text.tsx';
import { parseQuery } from '../../../../src/app/search/query/parse-query.ts';
import { createWordTest, searchableText } from '../../../../src/app/search/query/word-test.ts';
import { runsOf } from '../../../support/property-runs.ts';
import { oddText } from '../../../support/search-arbitrary.ts';

const htmlOf = (source: string, query: string): string =>
  renderToStaticMarkup(createTextMarker(parseQuery(query).words)(source));

/** The text with marked words in brackets. */
const marked = (source: string, query: string): string =>
  htmlOf(source, query)
    .replaceAll('<mark>', '[')
    .replaceAll('</mark>', ']')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&');

describe('marks', () => {
  test.each([
    ['a word', 'Snow in May', 'snow', '[Snow] in May'],
    ['a word each time', 'Snow, snow and SNOW', 'snow', '[Snow], [snow] and [SNOW]'],
    ['all of a word that begins with the query', 'The government', 'gover', 'The [government]'],
    ['a word with another ending', 'Big cities', 'city', 'Big [cities]'],
    ['words with umlauts', 'Über Müllers Straße', 'mullers strasse', 'Über [Müllers] [Straße]'],
    ['umlauts of two code points', 'Mu\u0308llers Mu\u0308hle', 'müllers', '[Mu\u0308llers] Mu\u0308hle'],
    ['a word behind letters that fold to two', 'Æßﬁ Straße hier', 'hier', 'Æßﬁ Straße [hier]'],
    ['a word with a soft hyphen', 'Donau\u00addampf hier', 'donaudampf', '[Donau\u00addampf] hier'],
    ['an abbreviation with its dots', 'The U.S. and us', 'us', 'The [U.S.] and [us]'],
    ['names with signs', 'C++ and C# and C', 'c++', '[C++] and C# and C'],
    ['a compound', 'By e-mail today', 'e-mail', 'By [e-mail] today'],
    ['a phrase', 'Change: climate change', '"climate change"', 'Change: [climate change]'],
    ['a phrase each time', 'a b, a b', '"a b"', '[a b], [a b]'],
    ['no part of a phrase', 'Climate and change', '"climate change"', 'Climate and change'],
    [
      'a phrase and one of its words',
      'climate change and climate',
      'climate "climate change"',
      '[climate][ change] and [climate]',
    ],
    ['phrases that overlap', 'a b c', '"a b" "b c"', '[a b][ c]'],
    ['Chinese characters', '新华社北京电', '北京', '新华社[北京]电'],
    ['Chinese characters each time', '中国和中国人', '中国', '[中国]和[中国]人'],
    ['overlapping Chinese characters', '中国人', '中国 国人', '[中国][人]'],
    ['Chinese and Latin characters', '新iPhone手机发布', 'iPhone手机', '新[iPhone手机]发布'],
    ['characters above the first plane', '𠮷野家と𠮷野', '𠮷野', '[𠮷野]家と[𠮷野]'],
    ['a character that folds to several', '㍿の話', '株式会社', '[㍿]の話'],
    ['halfwidth kana', 'ﾃﾞｰﾀの話', 'データ', '[ﾃﾞｰﾀ]の話'],
    ['Korean in letters', '\u1109\u1165\u110b\u116e\u11af시', '서울', '[\u1109\u1165\u110b\u116e\u11af]시'],
    ['Arabic with harakat and tatweel', 'قال مُحَمـَّد هنا', 'محمد', 'قال [مُحَمـَّد] هنا'],
    ['Hebrew with niqqud', 'שָׁלוֹם עולם', 'שלום', '[שָׁלוֹם] עולם'],
    ['Hindi', 'ताज़ा हिन्दी समाचार', 'हिन्दी', 'ताज़ा [हिन्दी] समाचार'],
    ['nothing that is excluded', 'Snow and rain', 'snow -rain', '[Snow] and rain'],
    ['nothing without words', 'Snow', '', 'Snow'],
    ['nothing in an empty text', '', 'snow', ''],
  ])('%s', (_, source, query, expected) => {
    expect(marked(source, query)).toBe(expected);
  });
});

test('a text without marks is returned as it is', () => {
  expect(createTextMarker(parseQuery('snow').words)('Rain')).toBe('Rain');
});

describe('for any text and query', () => {
  test('marks do not change the text', () => {
    const attempt = (): void =>
      fc.assert(
        fc.property(oddText, oddText, (source, typed) => {
          const plain = renderToStaticMarkup(source);
          expect(htmlOf(source, typed).replace(/<\/?mark>/g, '')).toBe(plain);
        }),
        { numRuns: runsOf(300), seed: 1 },
      );
    expect(attempt).not.toThrow();
  });

  test('a text has marks if it holds one of the words', () => {
    const attempt = (): void =>
      fc.assert(
        fc.property(oddText, oddText, oddText, (before, middle, behind) => {
          const source = before + middle + behind;
          const { words } = parseQuery(middle);
          const isFound = words.some((word) => createWordTest(word)(searchableText(source)));
          expect(htmlOf(source, middle).includes('<mark>')).toBe(isFound);
        }),
        { numRuns: runsOf(500), seed: 1 },
      );
    expect(attempt).not.toThrow();
  });
});
