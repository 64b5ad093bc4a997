import { followingPath } from '../../../../model/addresses/permalinks.ts';
import { formatCount } from '../../../i18n/format-number.ts';
import { followedFirst, nestTopics } from '../../../layout/topics/nest-topics.ts';
import { AppLink } from '../../../navigation/app-link.tsx';
import { useReader } from '../../../reader/state/use-reader.ts';
import type { Filter } from '../../address/filter.ts';
import { filterStrings } from '../../filter-strings.ts';
import { type ListedTopic, TopicRow } from './topic-row.tsx';
import { useNewCounts } from './use-new-counts.ts';
import { useTopicCounts } from './use-topic-counts.ts';

interface TopicListProps {
  filter: Filter;
  topics: ListedTopic[];
  onFollow: () => void;
}

/** All topics, nested under their top-level topics. */
export function TopicList({ filter, topics, onFollow }: TopicListProps) {
  const followed = useReader('followed');
  const countOf = useTopicCounts(filter, topics);
  const fresh = useNewCounts(topics);
  const freshOf = ({ slug }: ListedTopic): string | undefined => {
    const count = fresh?.counts.get(slug);
    if (count === undefined) return undefined;
    return filterStrings.panel.newStories({ count, shown: formatCount(count) + (fresh?.isMore ? '+' : '') });
  };
  const row = (topic: ListedTopic) => (
    <TopicRow topic={topic} count={countOf(topic)} filter={filter} onFollow={onFollow} fresh={freshOf(topic)} />
  );
  return (
    <>
      {followed.size > 0 && (
        <p>
          <AppLink to={followingPath} className="following-link" onClick={onFollow}>
            {filterStrings.panel.following}
          </AppLink>
        </p>
      )}
      <ul className="topic-tree" aria-label={filterStrings.panel.topics}>
        {followedFirst(nestTopics(topics), followed).map(({ topic, children }) => (
          <li key={topic.slug}>
            {row(topic)}
            {children.length > 0 && (
              <ul>
                {children.map((child) => (
                  <li key={child.slug}>{row(child)}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
