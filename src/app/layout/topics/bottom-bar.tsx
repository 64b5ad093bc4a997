import { type MouseEvent, memo, startTransition, useState } from 'react';
import { frontPath, settingsPath } from '../../../model/addresses/permalinks.ts';
import type { CollectionId } from '../../../model/edition.ts';
import { withBasePath } from '../../data/base-path.ts';
import { useSite } from '../../data/site-context.ts';
import { contentAttributes, interfaceAttributes } from '../../i18n/locale.ts';
import { strings } from '../../i18n/strings.ts';
import { AppLink } from '../../navigation/app-link.tsx';
import { recallCollection } from '../../navigation/last-collection.ts';
import { ErrorBoundary } from '../../states/error-boundary.tsx';
import { FAILED_PART } from '../../states/failed-part.tsx';
import { SavedLink } from '../masthead/saved-link.tsx';
import { SearchLink } from '../masthead/search-link.tsx';
import { FilterName } from './filter-name.tsx';
import type { FilterPanels } from './filter-panels.ts';
import { useListOrder } from './use-list-order.ts';

const ALL: CollectionId = { kind: 'all' };

interface BottomBarProps {
  collection: CollectionId | undefined;
  /** See `TopicBar`. */
  isSearch: boolean;
  panels: FilterPanels;
}

/** The bottom bar of phones. Without JavaScript its link leads to the topics in the footer of the front page. */
export const BottomBar = memo(function BottomBar({ collection, isSearch, panels }: BottomBarProps) {
  const { order } = useListOrder();
  const name = useCollectionName(collection);
  const [isOpen, setIsOpen] = useState(false);
  const open = (event: MouseEvent): void => {
    event.preventDefault();
    // Without a transition, React shows the empty fallback and then delays the sheet, even if its code loads quickly.
    startTransition(() => setIsOpen(true));
  };
  return (
    <>
      <nav className="bottom-bar" aria-label={strings.tools} {...interfaceAttributes}>
        <a
          href={`${withBasePath(frontPath)}#topics`}
          aria-haspopup="dialog"
          onPointerDown={panels.preloadSheet}
          onClick={open}
        >
          <small>
            {isSearch || !collection
              ? strings.topicsAndFilter
              : strings.topicsAndOrder({ order: strings.orders[order] })}
          </small>
          <b {...(name !== undefined && contentAttributes)}>
            <FilterName collection={collection} panels={panels}>
              {name ?? strings.allStories}
            </FilterName>
          </b>
        </a>
        <SearchLink />
        <SavedLink />
        <AppLink to={settingsPath} className="tool">
          {strings.settings}
        </AppLink>
      </nav>
      {isOpen && (
        <ErrorBoundary fallback={FAILED_PART}>
          <panels.Sheet collection={collection ?? ALL} onClose={() => setIsOpen(false)} />
        </ErrorBoundary>
      )}
    </>
  );
});

/** The name of a topic or provider, or of the last collection. `undefined` for all stories. */
function useCollectionName(collection: CollectionId | undefined): string | undefined {
  const { topics } = useSite();
  if (collection?.kind === 'provider') return collection.domain;
  if (collection?.kind === 'topic') return topics.find(({ slug }) => slug === collection.slug)?.name ?? collection.slug;
  return collection ? undefined : recallCollection()?.name;
}
