import { dayOf } from '../../../model/calendar-day.ts';
import type { Site } from '../../../model/site.ts';
import type { SavedStory } from '../../reader/document/reader-document.ts';
import { createStoryTest } from '../../search/matching/story-test.ts';
import { findNamed } from '../../search/query/find-named.ts';
import type { QueryOperator, SearchQuery } from '../../search/query/parse-query.ts';
import type { ListedStory } from './group-saved.ts';

/** The saved stories that match a query, as on the search page. */
export function searchSaved(saved: ReadonlyMap<string, SavedStory>, query: SearchQuery, site: Site): ListedStory[] {
  const { words: required, excluded, operators } = query;
  const hasWords = createStoryTest({ required, match: 'all', excluded });
  const stories = [...saved].map(([slug, story]) => ({ ...story, slug }));
  return operators.reduce(
    (left, operator) => {
      const matching = new Set(storiesOf(stories, operator, site));
      return left.filter((story) => matching.has(story) !== operator.isExcluded);
    },
    stories.filter((story) => hasWords(story)),
  );
}

function storiesOf(stories: readonly ListedStory[], { name, value }: QueryOperator, site: Site): ListedStory[] {
  if (name === 'topic')
    return findNamed(stories, value, ({ topics }) => topics.flatMap((topic) => [topic.slug, topic.name]));
  if (name === 'provider')
    return findNamed(stories, value, ({ provider }) => (provider ? [provider.name, provider.domain ?? ''] : []));
  return stories.filter(({ publishedAt }) => {
    const day = dayOf(publishedAt, site);
    return name === 'after' ? day >= value : day < value;
  });
}
