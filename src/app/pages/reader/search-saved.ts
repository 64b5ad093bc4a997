import { dayOf } from '../../../model/calendar-day.ts';
import { fold } from '../../../model/search/fold.ts';
import type { Site } from '../../../model/site.ts';
import type { SavedStory } from '../../reader/document/reader-document.ts';
import { createStoryTest } from '../../search/matching/story-test.ts';
import type { QueryOperator, SearchQuery } from '../../search/query/parse-query.ts';
import type { ListedStory } from './group-saved.ts';

/** The saved stories that match a query, as on the search page. */
export function searchSaved(saved: ReadonlyMap<string, SavedStory>, query: SearchQuery, site: Site): ListedStory[] {
  const { words: required, excluded, operators } = query;
  const hasWords = createStoryTest({ required, match: 'all', excluded });
  return [...saved]
    .map(([slug, story]) => ({ ...story, slug }))
    .filter(
      (story) =>
        hasWords(story) &&
        operators.every((operator) => matchesOperator(story, operator, site) !== operator.isExcluded),
    );
}

function matchesOperator({ topics, provider, publishedAt }: ListedStory, operator: QueryOperator, site: Site): boolean {
  const { name, value } = operator;
  const isNamed = (...names: string[]): boolean => names.some((each) => fold(each) === fold(value));
  if (name === 'topic') return topics.some((topic) => isNamed(topic.slug, topic.name));
  if (name === 'provider') return provider !== undefined && isNamed(provider.name, provider.domain ?? '');
  const day = dayOf(publishedAt, site);
  return name === 'after' ? day >= value : day < value;
}
