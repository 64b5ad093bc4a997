import { memo, useSyncExternalStore } from 'react';
import type { CollectionId } from '../../../model/edition.ts';
import { strings } from '../../i18n/strings.ts';
import { ErrorBoundary } from '../../states/error-boundary.tsx';
import { FAILED_PART } from '../../states/failed-part.tsx';
import type { FilterPanels } from './filter-panels.ts';

/** As in `layout.css`. */
const WIDE = '(width >= 100rem)';

interface TopicRailProps {
  collection: CollectionId;
  panels: FilterPanels;
}

/** The filter panel beside the stories, on wide screens. */
export const TopicRail = memo(function TopicRail({ collection, panels }: TopicRailProps) {
  const isWide = useSyncExternalStore(
    subscribe,
    () => matchMedia(WIDE).matches,
    () => false,
  );
  if (!isWide) return null;
  return (
    <aside className="rail" aria-label={strings.topics}>
      <ErrorBoundary fallback={FAILED_PART}>
        <panels.Rail collection={collection} />
      </ErrorBoundary>
    </aside>
  );
});

function subscribe(listener: () => void): () => void {
  const wide = matchMedia(WIDE);
  wide.addEventListener('change', listener);
  return () => wide.removeEventListener('change', listener);
}
