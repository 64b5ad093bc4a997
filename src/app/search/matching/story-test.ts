import type { Summary } from '../../../model/article.ts';
import type { QueryWord } from '../query/parse-query.ts';
import { createWordTest, searchableText } from '../query/word-test.ts';

interface StoryTestInput {
  /** The words that a story must have: all, or any of them. */
  required: readonly QueryWord[];
  match: 'all' | 'any';
  excluded: readonly QueryWord[];
}

/** The part of a story whose texts are searched. */
export type SearchedStory = Pick<Summary, 'title' | 'excerpt' | 'topics' | 'provider' | 'authors'>;

/** Returns a function that tests whether a story has the words of a query. `body`: the text of its body, if it is searched. */
export function createStoryTest({ required, match, excluded }: StoryTestInput) {
  const tests = required.map(createWordTest);
  const exclusions = excluded.map(createWordTest);
  return (story: SearchedStory, body?: string): boolean => {
    const texts = textsOf(story, body).map(searchableText);
    const holds = (test: ReturnType<typeof createWordTest>): boolean => texts.some(test);
    if (exclusions.some(holds)) return false;
    return match === 'all' ? tests.every(holds) : tests.some(holds);
  };
}

const textsOf = ({ title, excerpt = '', topics, provider, authors = [] }: SearchedStory, body = ''): string[] => [
  title,
  excerpt,
  ...topics.map(({ name }) => name),
  provider?.name ?? '',
  ...authors.map(({ name }) => name),
  body,
];
