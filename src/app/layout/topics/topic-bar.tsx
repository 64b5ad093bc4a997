import { memo, Suspense, startTransition, useRef, useState } from 'react';
import type { Feed } from '../../../model/edition.ts';
import { frontPath, topicPath } from '../../../model/permalinks.ts';
import { useFrame } from '../../data/site-context.ts';
import { strings } from '../../i18n/strings.ts';
import { AppLink } from '../../navigation/app-link.tsx';
import { hasFilter } from '../../navigation/routes.ts';
import { useSearch } from '../../navigation/use-route.ts';
import { Guard } from '../../states/error-boundary.tsx';
import { PanelFailed } from '../../states/panel-failed.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useHideClipped } from '../../ui/use-overflow.ts';
import type { FilterPanels } from './filter-panels.ts';
import { DensityChoice } from './list-layout-buttons.tsx';
import { arrangeTopics } from './nest-topics.ts';
import { SortLink } from './sort-link.tsx';

const ALL: Feed = { kind: 'all' };

interface TopicBarProps {
  feed: Feed | undefined;
  panels: FilterPanels;
}

/** From tablets up: the top-level topics, a panel with all that can be asked for, the order and the density. */
export function TopicBar({ feed, panels }: TopicBarProps) {
  const [isOpen, setIsOpen] = useState(false);
  const toggle = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setIsOpen(false);
    toggle.current?.focus();
  };
  return (
    <nav className="topic-bar" data-rail={feed && true} aria-label={strings.topics}>
      <div className="topic-bar-row">
        <TopLevelTopics feed={feed} />
        <button
          ref={toggle}
          type="button"
          className="all-topics"
          aria-expanded={isOpen}
          aria-controls="filter-panel"
          onPointerEnter={panels.preloadPanel}
          onClick={() => startTransition(() => setIsOpen(!isOpen))}
        >
          <Icon name="topics" />
          {strings.allTopics}
          <Icon name="down" />
        </button>
        {feed && (
          <>
            <SortLink />
            <DensityChoice />
          </>
        )}
      </div>
      <div id="filter-panel" hidden={!isOpen}>
        {isOpen && (
          <Guard fallback={<PanelFailed />}>
            <Suspense fallback={null}>
              <panels.Panel feed={feed ?? ALL} onClose={close} />
            </Suspense>
          </Guard>
        )}
      </div>
    </nav>
  );
}

const TopLevelTopics = memo(function TopLevelTopics({ feed }: { feed: Feed | undefined }) {
  const { topics } = useFrame();
  const list = useRef<HTMLUListElement>(null);
  useHideClipped(list);
  const isFiltered = hasFilter(useSearch());
  const slug = feed?.kind === 'topic' ? feed.slug : undefined;
  return (
    <div className="min-w-0">
      <ul ref={list} className="topic-bar-list">
        <li>
          <AppLink to={frontPath} aria-current={currentMark(feed?.kind === 'all' && !isFiltered, feed?.kind === 'all')}>
            {strings.allStories}
          </AppLink>
        </li>
        {arrangeTopics(topics).map(({ topic, children }) => (
          <li key={topic.slug}>
            <AppLink
              to={topicPath(topic.slug)}
              aria-current={currentMark(
                topic.slug === slug,
                children.some((child) => child.slug === slug),
              )}
              dir="auto"
            >
              {topic.shortName ?? topic.name}
            </AppLink>
          </li>
        ))}
      </ul>
    </div>
  );
});

const currentMark = (isCurrent: boolean, isAbove: boolean): 'page' | 'true' | undefined => {
  if (isCurrent) return 'page';
  return isAbove ? 'true' : undefined;
};
