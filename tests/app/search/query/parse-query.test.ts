// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuery, withoutOperator } from '../../../../src/app/search/query/parse-query.ts';
import { runsOf } from '../../../support/property-runs.ts';
import { oddText } from '../../../support/search-arbitrary.ts';

/** A query in one line: words, in quotes if they are verbatim, `*` for a prefix; then excluded words and operators. */
function describeQuery(query: string): string {
  const { words, excluded, operators, isCut } = parseQuery(query);
  return [
    ...words.map(({ runs, isPrefix, isVerbatim }) => {
      const terms = runs.map((run) => run.text).join(' ');
      return (isVerbatim ? `"${terms}"` : terms) + (isPrefix ? '*' : '');
    }),
    ...excluded.map(({ runs }) => `-${runs.map((run) => run.text).join(' ')}`),
    ...operators.map(({ name, value, isExcluded }) => `${isExcluded ? 'no ' : ''}${name}=${value}`),
    ...(isCut ? ['cut'] : []),
  ].join(' | ');
}

test.each([
  ['words; the last may be unfinished', 'Snow City', 'snow | city*'],
  ['the last word is unfinished with a space behind it, too', 'snow city ', 'snow | city*'],
  ['a phrase', '"climate change" law', '"climate change" | law*'],
  ['a phrase at the end is finished', 'law "climate change"', 'law | "climate change"'],
  ['a phrase without its last quote is finished', 'law "climate change', 'law | "climate change"'],
  ['typographic quotes', '“climate change” „Klima Wandel“', '"climate change" | "klima wandel"'],
  ['an excluded word', 'snow -rain', 'snow | -rain'],
  ['an excluded phrase', '-"heavy rain" snow', 'snow* | -heavy rain'],
  ['an excluded word alone', '-rain', '-rain'],
  ['a hyphen in a word makes a phrase', 'e-mail', 'e mail*'],
  ['a dash between words is no word', 'snow - rain', 'snow | rain*'],
  ['a word with signs is a phrase', '1.85.1 AT&T', '1 85 1 | at t*'],
  ['names with signs are words', 'C++ C# U.S.', 'c++ | c# | us*'],
  ['a slash and a comma', 'snow/rain,hail', 'snow rain hail*'],
  ['Chinese and Latin in one word', 'iPhone手机', 'iphone 手机*'],
  ['a quote in the middle of a word ends it', 'a"b c"d', 'a | "b c" | d*'],
  ['an operator', 'topic:science snow', 'snow* | topic=science'],
  ['an operator in capitals', 'TOPIC:Science', 'topic=Science'],
  ['an operator with quotes', 'topic:"space travel" provider:“The Times”', 'topic=space travel | provider=The Times'],
  ['an excluded operator', '-topic:sport -provider:"The Sun"', 'no topic=sport | no provider=The Sun'],
  ['dates', 'after:2024 before:2024-06 after:2024-06-30', 'after=2024 | before=2024-06 | after=2024-06-30'],
  ['a date that is none is a text', 'after:work before:24', 'work | 24*'],
  ['a date with quotes', 'after:"2024"', 'after=2024'],
  ['an operator without a value is being typed', 'snow topic:', 'snow | topic*'],
  ['a quote behind an operator opens its value', 'topic:"', ''],
  ['a value of spaces is none', 'topic:"  " snow', 'snow*'],
  ['a value may have a colon', 'topic:a:b', 'topic=a:b'],
  ['an operator inside a word is none', 'mytopic:science', 'mytopic science*'],
  ['other names are text', 'author:ada', 'author ada*'],
  ['signs only', '!?* + -- "" \'\' :', ''],
  ['nothing', '', ''],
  ['spaces of all kinds', '\u00a0snow\u3000rain\t', 'snow | rain*'],
])('%s: %s', (_, query, expected) => {
  expect(describeQuery(query)).toBe(expected);
});

test('the text of a word is what the reader typed', () => {
  expect(parseQuery('„Ärger“ C++').words.map((word) => word.text)).toEqual(['Ärger', 'C++']);
});

describe('a long query', () => {
  const words = (count: number, start = ''): string =>
    Array.from({ length: count }, (_, index) => `${start}w${index}`).join(' ');

  test('of 24 words is complete', () => {
    expect(parseQuery(words(24))).toMatchObject({ words: { length: 24 }, isCut: false });
  });

  test('of more words is cut', () => {
    expect(parseQuery(words(25))).toMatchObject({ words: { length: 24 }, isCut: true });
  });

  test('of more excluded words is cut', () => {
    expect(parseQuery(words(25, '-'))).toMatchObject({ words: [], excluded: { length: 24 }, isCut: true });
  });

  test('of more than 1,000 characters is cut', () => {
    const { words: found, isCut } = parseQuery(`${'a'.repeat(10_000)} last`);
    expect(isCut).toBe(true);
    expect(found.map((word) => word.text.length)).toEqual([1_000]);
  });
});

describe('without an operator', () => {
  test.each([
    ['its text is removed', 'snow topic:a rain', 'snow rain'],
    ['another operator with the same start stays', 'topic:ab topic:a', 'topic:ab'],
    ['a phrase with the same text stays', '"on topic:a b" topic:a', '"on topic:a b"'],
    ['a word that ends with the same text stays', 'xtopic:a topic:a', 'xtopic:a'],
  ])('%s', (_, query, expected) => {
    const operator = parseQuery(query).operators.at(-1);
    expect(operator && withoutOperator(query, operator)).toBe(expected);
  });

  test('the rest of the query keeps its meaning', () => {
    const part = fc.constantFrom(
      'snow',
      '-rain',
      '"a b"',
      'topic:a',
      '-topic:a',
      'provider:"x y"',
      'after:2024',
      'topic:',
    );
    const attempt = (): void =>
      fc.assert(
        fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
          const query = parts.join(' ');
          const { operators } = parseQuery(query);
          for (const [index, operator] of operators.entries()) {
            const rest = parseQuery(withoutOperator(query, operator)).operators;
            const meaning = ({ name, value, isExcluded }: (typeof rest)[number]) => ({ name, value, isExcluded });
            expect(rest.map(meaning)).toEqual(operators.toSpliced(index, 1).map(meaning));
          }
        }),
        { numRuns: runsOf(200), seed: 1 },
      );
    expect(attempt).not.toThrow();
  });
});

test('every text is a valid query: each word has runs, and only the last is unfinished', () => {
  const attempt = (): void =>
    fc.assert(
      fc.property(oddText, (source) => {
        const { words, excluded, operators } = parseQuery(source);
        for (const word of [...words, ...excluded]) expect(word.runs.length).toBeGreaterThan(0);
        expect(words.slice(0, -1).some(({ isPrefix }) => isPrefix)).toBe(false);
        for (const { source: typed, at } of operators) expect(source.slice(at, at + typed.length)).toBe(typed);
      }),
      { numRuns: runsOf(500), seed: 1 },
    );
  expect(attempt).not.toThrow();
});
