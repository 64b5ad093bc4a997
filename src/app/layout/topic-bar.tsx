import { lazy, Suspense, useRef, useState } from 'react';
import type { Feed } from '../../model/edition.ts';
import { frontPath, topicPath } from '../../model/permalinks.ts';
import { AppLink } from '../app-link.tsx';
import { useFrame } from '../frame-context.ts';
import { strings } from '../strings.ts';
import { usePath } from '../use-route.ts';
import { Icon } from './icon.tsx';
import { loadTopicPanel } from './load-topic-panel.ts';
import { arrangeTopics } from './topic-tree.ts';
import { useHideClipped } from './use-hide-clipped.ts';

const TopicPanel = lazy(loadTopicPanel);

/** From tablets up: the top-level topics, and a panel with all of them. */
export function TopicBar({ feed }: { feed: Feed | undefined }) {
  // Opened on one page, it is closed on the next.
  const path = usePath();
  const [openedOn, setOpenedOn] = useState<string>();
  const isOpen = openedOn === path;
  const toggle = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setOpenedOn(undefined);
    toggle.current?.focus();
  };
  const slug = feed?.kind === 'topic' ? feed.slug : undefined;
  return (
    <nav className="topic-bar" aria-label={strings.topics}>
      <div className="topic-bar-row">
        <TopLevelTopics feed={feed} />
        <button
          ref={toggle}
          type="button"
          className="all-topics"
          aria-expanded={isOpen}
          aria-controls="topic-panel"
          onPointerEnter={() => void loadTopicPanel()}
          onClick={() => setOpenedOn(isOpen ? undefined : path)}
        >
          <Icon name="topics" />
          {strings.allTopics}
          <Icon name="down" />
        </button>
      </div>
      <div id="topic-panel" hidden={!isOpen}>
        {isOpen && (
          <Suspense fallback={null}>
            <TopicPanel current={slug} onClose={close} />
          </Suspense>
        )}
      </div>
    </nav>
  );
}

function TopLevelTopics({ feed }: { feed: Feed | undefined }) {
  const { topics } = useFrame();
  const list = useRef<HTMLUListElement>(null);
  useHideClipped(list);
  const slug = feed?.kind === 'topic' ? feed.slug : undefined;
  return (
    <div className="min-w-0 flex-1">
      <ul ref={list} className="topic-bar-list">
        <li>
          <AppLink to={frontPath} aria-current={feed?.kind === 'all' ? 'page' : undefined}>
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
}

const currentMark = (isCurrent: boolean, isAbove: boolean): 'page' | 'true' | undefined => {
  if (isCurrent) return 'page';
  return isAbove ? 'true' : undefined;
};
