import { memo, startTransition, useEffect, useRef, useState } from 'react';
import { frontPath, topicPath } from '../../../model/addresses/permalinks.ts';
import { isNarrowed } from '../../../model/addresses/routes.ts';
import type { CollectionId } from '../../../model/edition.ts';
import { useSite } from '../../data/site-context.ts';
import { interfaceAttributes } from '../../i18n/locale.ts';
import { strings } from '../../i18n/strings.ts';
import { AppLink } from '../../navigation/app-link.tsx';
import { useSearch } from '../../navigation/use-route.ts';
import { useReader } from '../../reader/state/use-reader.ts';
import { ErrorBoundary } from '../../states/error-boundary.tsx';
import { FAILED_PART } from '../../states/failed-part.tsx';
import { useOverflow } from '../../ui/use-overflow.ts';
import { FilterName } from './filter-name.tsx';
import type { FilterPanels } from './filter-panels.ts';
import { ListLayoutButtons } from './list-layout-buttons.tsx';
import { followedFirst, nestTopics } from './nest-topics.ts';
import { SortLink } from './sort-link.tsx';

const ALL: CollectionId = { kind: 'all' };

interface TopicBarProps {
  collection: CollectionId | undefined;
  /** Whether the page shows the results of a search in the collection. */
  isSearch: boolean;
  panels: FilterPanels;
}

/** The top-level topics. From tablets up also the filter panel, the order and the layout of the list. */
export const TopicBar = memo(function TopicBar({ collection, isSearch, panels }: TopicBarProps) {
  const [isOpen, setIsOpen] = useState(false);
  const toggle = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setIsOpen(false);
    toggle.current?.focus();
  };
  return (
    <nav
      className="topic-bar"
      data-rail={collection && true}
      data-open={isOpen || undefined}
      aria-label={strings.topics}
    >
      <div className="topic-bar-row">
        <TopLevelTopics collection={isNarrowed(useSearch()) || isSearch ? undefined : collection} />
        <button
          ref={toggle}
          type="button"
          className="all-topics"
          {...interfaceAttributes}
          aria-expanded={isOpen}
          aria-controls={isOpen ? 'filter-panel' : undefined}
          onPointerEnter={panels.preloadPanel}
          onClick={() => startTransition(() => setIsOpen(!isOpen))}
        >
          <FilterName collection={collection} panels={panels}>
            {strings.allTopics}
          </FilterName>
        </button>
        {collection && (
          <>
            {!isSearch && <SortLink />}
            <ListLayoutButtons />
          </>
        )}
      </div>
      {isOpen && (
        <div id="filter-panel">
          <ErrorBoundary fallback={FAILED_PART}>
            <panels.Panel collection={collection ?? ALL} onClose={close} />
          </ErrorBoundary>
        </div>
      )}
    </nav>
  );
});

/** No topic is the current one while a filter leaves stories out: then the collection is `undefined`. */
const TopLevelTopics = memo(function TopLevelTopics({ collection }: { collection: CollectionId | undefined }) {
  const { topics } = useSite();
  const list = useRef<HTMLUListElement>(null);
  useOverflow(list);
  const slug = collection?.kind === 'topic' ? collection.slug : undefined;
  // On phones the list scrolls.
  useEffect(() => {
    const current = list.current?.querySelector('[aria-current]');
    if (current) list.current?.scrollBy(current.getBoundingClientRect().x - innerWidth / 3, 0);
  }, [slug]);
  return (
    <ul ref={list} className="topic-bar-list">
      <li>
        <AppLink to={frontPath} aria-current={ariaCurrent(collection?.kind === 'all')} {...interfaceAttributes}>
          {strings.allStories}
        </AppLink>
      </li>
      {followedFirst(nestTopics(topics), useReader('followed')).map(({ topic, children }) => (
        <li key={topic.slug}>
          <AppLink
            to={topicPath(topic.slug)}
            aria-current={ariaCurrent(
              topic.slug === slug,
              children.some((child) => child.slug === slug),
            )}
          >
            {topic.shortName ?? topic.name}
          </AppLink>
        </li>
      ))}
    </ul>
  );
});

const ariaCurrent = (isCurrent: boolean, isAbove = false): 'page' | 'true' | undefined => {
  if (isCurrent) return 'page';
  return isAbove ? 'true' : undefined;
};
