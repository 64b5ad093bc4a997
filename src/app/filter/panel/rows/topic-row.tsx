import type { ReactNode } from 'react';
import { topicPath } from '../../../../model/addresses/permalinks.ts';
import type { TopicEntry, TopicLabel } from '../../../../model/topic.ts';
import { contentAttributes } from '../../../i18n/locale.ts';
import { type Filter, toggleTopic } from '../../address/filter.ts';
import { updateFilter } from '../../address/update-filter.ts';
import { filterStrings } from '../../filter-strings.ts';
import { RowCount } from './row-count.tsx';
import { RowLink } from './row-link.tsx';
import { usePrefetchOnHover } from './use-prefetch-on-hover.ts';

const words = filterStrings.panel;

/** A topic. It has its count once the list of all topics has loaded. */
export type ListedTopic = TopicLabel & Partial<Pick<TopicEntry, 'count'>>;

interface TopicRowProps {
  topic: ListedTopic;
  count: number | undefined;
  filter: Filter;
  /** How many stories are new since the last visit, as a text. */
  fresh?: string | undefined;
  onFollow: () => void;
  /** Shown instead of the name. */
  children?: ReactNode;
}

/** A topic: the row adds it to the filter, the button leaves its stories out, the link leads to its page. */
export function TopicRow({ topic, count, fresh, filter, onFollow, children }: TopicRowProps) {
  const { slug, name } = topic;
  const toggled = toggleTopic(filter, 'topics', slug);
  const prefetchHandlers = usePrefetchOnHover(toggled);
  const isExcluded = filter.not.includes(slug);
  return (
    <div className="filter-row" data-empty={count === 0 || undefined} data-excluded={isExcluded || undefined}>
      <label {...prefetchHandlers}>
        <input type="checkbox" checked={filter.topics.includes(slug)} onChange={() => updateFilter(toggled)} />
        {children ?? <bdi {...contentAttributes}>{name}</bdi>}
        {fresh !== undefined && <small className="new-count">{fresh}</small>}
        {isExcluded ? <small>{words.leftOut}</small> : <RowCount count={count} />}
      </label>
      <div className="filter-row-tools">
        <button
          type="button"
          aria-label={words.hideTopic({ topic: name })}
          aria-pressed={isExcluded}
          title={isExcluded ? words.hiddenHelp({ topic: name }) : words.hideHelp({ topic: name })}
          onClick={() => updateFilter(toggleTopic(filter, 'not', slug))}
        >
          {words.hide}
        </button>
        <RowLink to={topicPath(slug)} name={name} onFollow={onFollow} />
      </div>
    </div>
  );
}
