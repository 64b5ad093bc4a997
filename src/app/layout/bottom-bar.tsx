import { lazy, type MouseEvent, Suspense, useState } from 'react';
import type { Feed } from '../../model/edition.ts';
import { settingsPath } from '../../model/permalinks.ts';
import { AppLink } from '../app-link.tsx';
import { recallFeed } from '../feed/last-feed.ts';
import { loadFilterSheet } from '../filter/load-filter-panel.ts';
import { useFrame } from '../frame-context.ts';
import { hasFilter } from '../routes.ts';
import { Guard } from '../states/guard.tsx';
import { PanelFailed } from '../states/panel-failed.tsx';
import { strings } from '../strings.ts';
import { useSearch } from '../use-route.ts';
import { Icon } from './icon.tsx';

const FilterSheet = lazy(loadFilterSheet);
const ALL: Feed = { kind: 'all' };

/** On phones: the topics and the tools, where the thumb is. Without script its link leads to the topics in the foot. */
export function BottomBar({ feed }: { feed: Feed | undefined }) {
  const search = useSearch();
  const [isOpen, setIsOpen] = useState(false);
  const open = (event: MouseEvent): void => {
    event.preventDefault();
    setIsOpen(true);
  };
  return (
    <>
      <nav className="bottom-bar" aria-label={strings.tools}>
        <a href="#topics" aria-haspopup="dialog" onPointerDown={() => void loadFilterSheet()} onClick={open}>
          <Icon name="topics" />
          <span>
            <small>{strings.topicsAndOrder(search.includes('sort=oldest'))}</small>
            <b dir="auto">{hasFilter(search) ? strings.filtered : <FeedName feed={feed} />}</b>
          </span>
        </a>
        <AppLink to={settingsPath} className="tool">
          <Icon name="settings" />
          <span className="sr-only">{strings.settings}</span>
        </AppLink>
      </nav>
      {isOpen && (
        <Guard fallback={<PanelFailed />}>
          <Suspense fallback={null}>
            <FilterSheet feed={feed ?? ALL} onClose={() => setIsOpen(false)} />
          </Suspense>
        </Guard>
      )}
    </>
  );
}

function FeedName({ feed }: { feed: Feed | undefined }) {
  const { topics } = useFrame();
  if (feed?.kind === 'provider') return feed.domain;
  if (feed?.kind !== 'topic') return recallFeed()?.name ?? strings.allStories;
  return topics.find(({ slug }) => slug === feed.slug)?.name ?? feed.slug;
}
