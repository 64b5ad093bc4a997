import { type MouseEvent, Suspense, startTransition, useState } from 'react';
import type { CollectionId } from '../../../model/edition.ts';
import { frontPath, settingsPath } from '../../../model/permalinks.ts';
import { withBasePath } from '../../data/base-path.ts';
import { useSite } from '../../data/site-context.ts';
import { strings } from '../../i18n/strings.ts';
import { AppLink } from '../../navigation/app-link.tsx';
import { recallCollection } from '../../navigation/last-collection.ts';
import { isNarrowed } from '../../navigation/routes.ts';
import { useSearch } from '../../navigation/use-route.ts';
import { ErrorBoundary } from '../../states/error-boundary.tsx';
import { PanelFailed } from '../../states/panel-failed.tsx';
import type { FilterPanels } from './filter-panels.ts';

const ALL: CollectionId = { kind: 'all' };

interface BottomBarProps {
  collection: CollectionId | undefined;
  panels: FilterPanels;
}

/** The bottom bar of phones. Without JavaScript its link leads to the topics in the footer of the front page. */
export function BottomBar({ collection, panels }: BottomBarProps) {
  const search = useSearch();
  const [isOpen, setIsOpen] = useState(false);
  const open = (event: MouseEvent): void => {
    event.preventDefault();
    // Without a transition, React shows the empty fallback and then delays the sheet, even if its code loads quickly.
    startTransition(() => setIsOpen(true));
  };
  return (
    <>
      <nav className="bottom-bar" aria-label={strings.tools}>
        <a
          href={`${withBasePath(frontPath)}#topics`}
          aria-haspopup="dialog"
          onPointerDown={panels.preloadSheet}
          onClick={open}
        >
          <small>{strings.topicsAndOrder(search.includes('sort=oldest'))}</small>
          <b>
            <CollectionName collection={collection} search={search} panels={panels} />
          </b>
        </a>
        <AppLink to={settingsPath} className="tool">
          {strings.settings}
        </AppLink>
      </nav>
      {isOpen && (
        <ErrorBoundary fallback={<PanelFailed />}>
          <Suspense fallback={null}>
            <panels.Sheet collection={collection ?? ALL} onClose={() => setIsOpen(false)} />
          </Suspense>
        </ErrorBoundary>
      )}
    </>
  );
}

/** The name of the collection, or of its filter. */
function CollectionName({ collection, search, panels }: BottomBarProps & { search: string }) {
  const { topics } = useSite();
  if (!collection) return recallCollection()?.name ?? strings.allStories;
  if (isNarrowed(search)) {
    return (
      <Suspense fallback={strings.loading}>
        <panels.Summary collection={collection} />
      </Suspense>
    );
  }
  if (collection.kind === 'provider') return collection.domain;
  if (collection.kind === 'all') return strings.allStories;
  return topics.find(({ slug }) => slug === collection.slug)?.name ?? collection.slug;
}
