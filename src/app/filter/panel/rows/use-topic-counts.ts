import { useQuery } from '@tanstack/react-query';
import { type Filter, toggleTopic } from '../../address/filter.ts';
import { remainingQuery } from '../../matching/filter-queries.ts';
import type { ListedTopic } from './topic-row.tsx';

/** For more topics the counts are those of their feeds: each needs a file of its own. */
const MOST_COUNTED = 60;

/**
 * How many stories a topic would leave if it were added to a filter that asks for all of its topics; else how many it
 * has. `undefined` until that is known.
 */
export function useTopicCounts(filter: Filter, topics: ListedTopic[]): (topic: ListedTopic) => number | undefined {
  const narrows = filter.match === 'all' && filter.topics.length > 0 && topics.length <= MOST_COUNTED;
  const slugs = topics.map(({ slug }) => slug);
  const { data: remaining } = useQuery({ ...remainingQuery(filter, slugs), enabled: narrows });
  return (topic) => {
    if (!narrows) return topic.count;
    const isChosen = toggleTopic(filter, 'topics', topic.slug).topics.length < filter.topics.length;
    return isChosen ? remaining?.total : remaining?.counts.get(topic.slug);
  };
}
