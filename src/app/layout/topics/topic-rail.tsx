import { Suspense, useSyncExternalStore } from 'react';
import type { Feed } from '../../../model/edition.ts';
import { strings } from '../../i18n/strings.ts';
import { Guard } from '../../states/error-boundary.tsx';
import { PanelFailed } from '../../states/panel-failed.tsx';
import type { FilterPanels } from './filter-panels.ts';

/** As in `layout.css`. */
const WIDE = '(width >= 100rem)';

/** Beside the stories, where there is room: all that can be asked for. */
export function TopicRail({ feed, panels }: { feed: Feed; panels: FilterPanels }) {
  const isWide = useSyncExternalStore(
    subscribe,
    () => matchMedia(WIDE).matches,
    () => false,
  );
  return (
    <aside className="rail" aria-label={strings.topics}>
      {isWide && (
        <Guard fallback={<PanelFailed />}>
          <Suspense fallback={null}>
            <panels.Rail feed={feed} />
          </Suspense>
        </Guard>
      )}
    </aside>
  );
}

function subscribe(listener: () => void): () => void {
  const wide = matchMedia(WIDE);
  wide.addEventListener('change', listener);
  return () => wide.removeEventListener('change', listener);
}
