import { lazy, type MouseEvent, Suspense, useEffect, useRef, useState } from 'react';
import type { Feed } from '../../model/edition.ts';
import { settingsPath } from '../../model/permalinks.ts';
import { AppLink } from '../app-link.tsx';
import { recallFeed } from '../feed/last-feed.ts';
import { loadFilterPanel } from '../filter/load-filter-panel.ts';
import { useFrame } from '../frame-context.ts';
import { hasFilter } from '../routes.ts';
import { strings } from '../strings.ts';
import { useSearch } from '../use-route.ts';
import { Icon } from './icon.tsx';

const FilterPanel = lazy(loadFilterPanel);
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
        <a href="#topics" aria-haspopup="dialog" onPointerDown={() => void loadFilterPanel()} onClick={open}>
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
      {isOpen && <FilterSheet feed={feed ?? ALL} onClose={() => setIsOpen(false)} />}
    </>
  );
}

function FeedName({ feed }: { feed: Feed | undefined }) {
  const { topics } = useFrame();
  if (feed?.kind === 'provider') return feed.domain;
  if (feed?.kind !== 'topic') return recallFeed()?.name ?? strings.allStories;
  return topics.find(({ slug }) => slug === feed.slug)?.name ?? feed.slug;
}

/** The filter panel as a sheet from the bottom. A dialog of the platform: it keeps the focus and closes on Escape. */
function FilterSheet({ feed, onClose }: { feed: Feed; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="sheet" aria-labelledby="sheet-title" onClose={onClose}>
      <div className="sheet-head">
        <h2 id="sheet-title">{strings.topics}</h2>
        <button type="button" className="tool" onClick={() => dialog.current?.close()}>
          <Icon name="close" />
          <span className="sr-only">{strings.close}</span>
        </button>
      </div>
      <Suspense fallback={null}>
        <FilterPanel feed={feed} onClose={() => dialog.current?.close()} />
      </Suspense>
    </dialog>
  );
}
