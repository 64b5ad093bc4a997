import { useQuery } from '@tanstack/react-query';
import { type Filter, toggleTopic } from '../../address/filter.ts';
import { facetCountsQuery } from '../../matching/filter-queries.ts';
import type { ListedTopic } from './topic-row.tsx';

/** For more topics, the counts ignore the filter: each exact count needs a file of its own. */
const MAX_COUNTED = 60;

/**
 * A function to get the count of a topic. If the filter matches all topics: how many stories would match with the topic
 * added. Else: how many stories the topic has. `undefined` while loading, and for a query.
 */
export function useTopicCounts(filter: Filter, topics: ListedTopic[]): (topic: ListedTopic) => number | undefined {
  const isNarrowing =
    filter.query === undefined && filter.match === 'all' && filter.topics.length > 0 && topics.length <= MAX_COUNTED;
  const slugs = topics.map(({ slug }) => slug);
  const { data: facets } = useQuery({ ...facetCountsQuery(filter, slugs), enabled: isNarrowing });
  return (topic) => {
    // The files have no counts for queries.
    if (filter.query !== undefined) return undefined;
    if (!isNarrowing) return topic.count;
    const isChosen = toggleTopic(filter, 'topics', topic.slug).topics.length < filter.topics.length;
    return isChosen ? facets?.total : facets?.counts.get(topic.slug);
  };
}
