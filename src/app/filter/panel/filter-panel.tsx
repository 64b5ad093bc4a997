import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { CollectionId } from '../../../model/edition.ts';
import { topicsQuery } from '../../data/queries.ts';
import { useSite } from '../../data/site-context.ts';
import { preloadPage } from '../../navigation/lazy-page.tsx';
import { useSearch } from '../../navigation/use-route.ts';
import { LoadFailed } from '../../states/load-failed.tsx';
import { parseFilter } from '../address/filter.ts';
import { startFilterSession } from '../address/update-filter.ts';
import { providersQuery } from '../matching/filter-queries.ts';
import { ListLayoutChoice } from './choices/list-layout-choice.tsx';
import { MatchChoice } from './choices/match-choice.tsx';
import { OrderChoice } from './choices/order-choice.tsx';
import { PeriodChoice } from './choices/period-choice.tsx';
import { ProviderChoice } from './choices/provider-choice.tsx';
import { FilterSearch } from './filter-search.tsx';
import { FilterSuggestions } from './rows/filter-suggestions.tsx';
import { TopicList } from './rows/topic-list.tsx';
import { ShowResults } from './show-results.tsx';
import './filter-panel.css';

interface FilterPanelProps {
  /** The feed on whose page the panel stands; on other pages that of all. */
  collection: CollectionId;
  /** Absent where the panel is always open. */
  onClose?: () => void;
}

/** All that can be asked for, by clicking. What is chosen is shown at once, below or behind the panel. */
export default function FilterPanel({ collection, onClose = stayOpen }: FilterPanelProps) {
  const isOpened = onClose !== stayOpen;
  const { topics: first } = useSite();
  const { data: topics = first, error, isPending, refetch } = useQuery(topicsQuery());
  const providers = useQuery(providersQuery());
  const search = useSearch();
  const filter = useMemo(() => parseFilter(collection, search), [collection, search]);
  const [query, setQuery] = useState('');
  const deferredQuery = useDeferredValue(query);
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    startFilterSession();
    // In a sheet that would bring up a phone's keyboard, over the sheet.
    if (isOpened && !panel.current?.closest('dialog')) panel.current?.querySelector<HTMLElement>('input')?.focus();
  }, [isOpened]);
  const closeOnEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    if (query === '') onClose();
    else setQuery('');
  };
  // What comes by itself comes at once, and moves nothing.
  if (!isOpened && (isPending || providers.isPending)) return null;
  return (
    <div
      ref={panel}
      className="filter-panel"
      onPointerEnter={preloadFilterPage}
      onFocus={preloadFilterPage}
      onKeyDown={closeOnEscape}
    >
      <div className="filter-find">
        <FilterSearch query={query} onChange={setQuery} />
        <MatchChoice filter={filter} />
      </div>
      <div className="filter-lists">
        {error && <LoadFailed what="topics" error={error} onRetry={() => void refetch()} />}
        {deferredQuery.trim() ? (
          <FilterSuggestions query={deferredQuery} filter={filter} topics={topics} onFollow={onClose} />
        ) : (
          <>
            <TopicList filter={filter} topics={topics} onFollow={onClose} />
            <div className="filter-more">
              <ProviderChoice filter={filter} />
              <PeriodChoice filter={filter} />
              <div className="filter-order">
                <OrderChoice filter={filter} />
                <ListLayoutChoice />
              </div>
            </div>
          </>
        )}
      </div>
      {isOpened && <ShowResults filter={filter} onClose={onClose} />}
    </div>
  );
}

function stayOpen(): void {}

/** The page that a choice leads to. */
const preloadFilterPage = (): void => preloadPage('filter-page');
