import type { ReactNode } from 'react';
import { topicPath } from '../../../../model/permalinks.ts';
import type { TopicEntry, TopicLabel } from '../../../../model/topic.ts';
import { AppLink } from '../../../navigation/app-link.tsx';
import { PathIcon } from '../../../ui/icon.tsx';
import { type Filter, toggleTopic } from '../../address/filter.ts';
import { updateFilter } from '../../address/update-filter.ts';
import { filterStrings } from '../../filter-strings.ts';
import { RowCount } from './row-count.tsx';
import { usePrefetchOnHover } from './use-prefetch-on-hover.ts';

const words = filterStrings.panel;

/** A topic. It has its count once the list of all topics has loaded. */
export type ListedTopic = TopicLabel & Partial<Pick<TopicEntry, 'count'>>;

interface TopicRowProps {
  topic: ListedTopic;
  count: number | undefined;
  filter: Filter;
  onFollow: () => void;
  /** Shown instead of the name. */
  children?: ReactNode;
}

/** A topic: the checkbox adds it to the filter, the name links to its page, the button excludes its stories. */
export function TopicRow({ topic, count, filter, onFollow, children }: TopicRowProps) {
  const { slug, name } = topic;
  const toggled = toggleTopic(filter, 'topics', slug);
  const prefetchHandlers = usePrefetchOnHover(toggled);
  const isExcluded = filter.not.includes(slug);
  return (
    <div className="filter-row" data-empty={count === 0 || undefined} {...prefetchHandlers}>
      <input
        type="checkbox"
        aria-label={words.addTopic(name)}
        checked={filter.topics.includes(slug)}
        onChange={() => updateFilter(toggled)}
      />
      <AppLink to={topicPath(slug)} onClick={onFollow}>
        {children ?? <bdi>{name}</bdi>}
      </AppLink>
      <RowCount count={count} />
      <button
        type="button"
        aria-label={words.excludeTopic(name)}
        aria-pressed={isExcluded}
        onClick={() => updateFilter(toggleTopic(filter, 'not', slug))}
      >
        <PathIcon path="M5 10h10" />
      </button>
    </div>
  );
}
