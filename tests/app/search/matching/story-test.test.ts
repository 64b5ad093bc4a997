// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { createStoryTest } from '../../../../src/app/search/matching/story-test.ts';
import { parseQuery } from '../../../../src/app/search/query/parse-query.ts';
import { storyOf } from '../../../support/search-source.ts';

const holds = (story: Parameters<typeof storyOf>[0], query: string, match: 'all' | 'any' = 'all', body?: string) => {
  const { words, excluded } = parseQuery(query);
  return createStoryTest({ required: words, match, excluded })(storyOf(story), body);
};

describe('a story holds', () => {
  test.each([
    ['a word', 'Heavy snow', 'snow'],
    ['a word with another ending', 'Big cities', 'city'],
    ['a word that begins with the last word of the query', 'Government', 'gover'],
    ['a phrase', 'A climate change law', '"climate change"'],
    ['a phrase with signs between its words', 'Climate-change law', '"climate change"'],
    ['a compound', 'By e-mail', 'e-mail '],
    ['a version', 'Rust 1.85.1 is out', '1.85.1'],
    ['an unfinished compound', 'By e-mailing', 'e-mail'],
    ['an abbreviation', 'The U.S. economy', 'us'],
    ['Chinese characters', '新华社北京电', '北京'],
    ['three Chinese characters', '我是中国人吗', '中国人'],
    ['one Chinese character', '我是中国人吗', '人'],
    ['Chinese and Latin characters', '新iPhone手机发布', 'iPhone手机'],
    ['Chinese characters with a space between', '中国 北京', '北京 中国'],
    ['Thai', 'ข่าวภาษาไทยวันนี้', 'ภาษาไทย'],
    ['Korean with a particle', '서울시에서', '서울'],
    ['another form of Unicode', 'Mu\u0308ller', 'müller'],
  ])('%s', (_, title, query) => {
    expect(holds(title, query)).toBe(true);
  });
});

describe('a story does not hold', () => {
  test.each([
    ['a word that is only the beginning of its words', 'Snowfall', 'snow in'],
    ['the words of a phrase in another order', 'Change of climate', '"climate change"'],
    ['the words of a phrase with another between', 'Climate and change', '"climate change"'],
    ['a phrase whose last word is longer', 'Climate changes', '"climate change"'],
    ['a phrase whose first word is longer', 'Subclimate change', '"climate change"'],
    ['a version that goes on', 'Rust 1.85.12', '"1.85.1"'],
    ['Chinese characters in another order', '国中', '中国'],
    ['all pairs of a word, but not the word', '中国 国人', '中国人'],
  ])('%s', (_, title, query) => {
    expect(holds(title, query)).toBe(false);
  });

  test('a phrase that begins in its title and ends in its excerpt', () => {
    expect(holds({ title: 'Climate', excerpt: 'change' }, '"climate change"')).toBe(false);
    expect(holds({ title: 'Climate', excerpt: 'change' }, 'climate change')).toBe(true);
  });
});

describe('an excluded part', () => {
  test.each([
    ['a word', 'Heavy snow', '-snow', false],
    ['the word with another ending, which is not excluded', 'Big cities', '-city', true],
    ['a longer word, which is not excluded', 'Snowfall', '-snow', true],
    ['a phrase', 'A climate change law', '-"climate change"', false],
    ['the words of a phrase apart, which are not excluded', 'Change of climate', '-"climate change"', true],
    ['Chinese characters', '我是中国人吗', '-中国人', false],
    ['the pairs of Chinese characters apart, which are not excluded', '中国 国人', '-中国人', true],
  ])('%s', (_, title, query, expected) => {
    expect(holds(title, query)).toBe(expected);
  });
});

test('names of topics, provider and authors are searched', () => {
  const story = {
    title: 'A',
    topics: [{ slug: 't', name: 'Space travel' }],
    provider: { name: 'The Times', domain: 'times.example' },
    authors: [{ name: 'Ada Lovelace' }],
  };
  expect(holds(story, '"space travel" "the times" "ada lovelace"')).toBe(true);
  expect(holds(story, 'example')).toBe(false);
});

test('the body is searched if it is given', () => {
  expect(holds('Snow', 'drifts')).toBe(false);
  expect(holds('Snow', 'snow drifts', 'all', 'Deep drifts')).toBe(true);
});

test('one of the words is enough if any is asked for, and none may be excluded', () => {
  expect(holds('Snow', 'snow rain', 'all')).toBe(false);
  expect(holds('Snow', 'snow rain', 'any')).toBe(true);
  expect(holds('Snow and ice', 'snow rain -ice', 'any')).toBe(false);
});

test('every story holds a query without words', () => {
  expect(holds('Snow', '')).toBe(true);
});
