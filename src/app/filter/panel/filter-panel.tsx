import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { CollectionId } from '../../../model/edition.ts';
import { topicsQuery } from '../../data/queries.ts';
import { useSite } from '../../data/site-context.ts';
import { interfaceAttributes } from '../../i18n/locale.ts';
import { TopicLinks } from '../../layout/topics/topic-links.tsx';
import { preloadComponent } from '../../loading/component-loaders.ts';
import { useSearch } from '../../navigation/use-route.ts';
import { LoadState } from '../../states/load-state.tsx';
import { parseFilter } from '../address/filter.ts';
import { startFilterSession } from '../address/update-filter.ts';
import { filterStrings } from '../filter-strings.ts';
import { providersQuery } from '../matching/filter-data.ts';
import { LanguageChoice } from './choices/language-choice.tsx';
import { ListLayoutChoice } from './choices/list-layout-choice.tsx';
import { MatchChoice } from './choices/match-choice.tsx';
import { OrderChoice } from './choices/order-choice.tsx';
import { PeriodChoice } from './choices/period-choice.tsx';
import { ProviderChoice } from './choices/provider-choice.tsx';
import { UnreadChoice } from './choices/unread-choice.tsx';
import { ChosenFilters } from './chosen-filters.tsx';
import { FilterSearch } from './filter-search.tsx';
import { FilterSuggestions } from './rows/filter-suggestions.tsx';
import { TopicList } from './rows/topic-list.tsx';
import { ShowResults } from './show-results.tsx';
import './filter-panel.css';

const words = filterStrings.panel;

interface FilterPanelProps {
  /** The collection of the page. On other pages: all articles. */
  collection: CollectionId;
  /** Absent in the rail, where the panel is always open. */
  onClose?: () => void;
}

/** All filters, the periods first. Each choice navigates at once; the list is below or behind the panel. */
export default function FilterPanel({ collection, onClose = doNothing }: FilterPanelProps) {
  const isClosable = onClose !== doNothing;
  const { topics: siteTopics } = useSite();
  const { data: topics = siteTopics, error, isPending, isSuccess } = useQuery(topicsQuery());
  const providers = useQuery(providersQuery());
  const search = useSearch();
  const filter = useMemo(() => parseFilter(collection, search), [collection, search]);
  const [query, setQuery] = useState('');
  const deferredQuery = useDeferredValue(query);
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    startFilterSession();
    // Not in a sheet: on phones the focus opens the keyboard, which covers the sheet.
    if (isClosable && !panel.current?.closest('dialog')) panel.current?.querySelector<HTMLElement>('input')?.focus();
  }, [isClosable]);
  const closeOnEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    if (query === '') onClose();
    else setQuery('');
  };
  // In the rail, rendering in steps would shift the layout.
  if (!isClosable && (isPending || providers.isPending)) {
    return (
      <LoadState error={undefined}>
        <TopicLinks topics={siteTopics} />
      </LoadState>
    );
  }
  return (
    <div
      ref={panel}
      className="filter-panel"
      tabIndex={-1}
      {...interfaceAttributes}
      onPointerEnter={preloadFilterPage}
      onFocus={preloadFilterPage}
      onKeyDown={closeOnEscape}
    >
      {/* Beside the rail they are below the title of the page. */}
      {isClosable && <ChosenFilters filter={filter} />}
      <div className="filter-find">
        <FilterSearch query={query} onChange={setQuery} />
        <MatchChoice filter={filter} />
      </div>
      <div className="filter-lists">
        {!isSuccess && <LoadState title={words.failed.topics} error={error} />}
        {deferredQuery.trim() ? (
          <FilterSuggestions query={deferredQuery} filter={filter} topics={topics} onFollow={onClose} />
        ) : (
          <>
            <PeriodChoice filter={filter} />
            <UnreadChoice filter={filter} />
            <LanguageChoice filter={filter} />
            <TopicList filter={filter} topics={topics} onFollow={onClose} />
            <div className="filter-more">
              <ProviderChoice filter={filter} onFollow={onClose} />
              <div className="filter-order">
                <OrderChoice filter={filter} />
                <ListLayoutChoice />
              </div>
            </div>
          </>
        )}
      </div>
      {isClosable && <ShowResults filter={filter} onClose={onClose} />}
    </div>
  );
}

function doNothing(): void {}

/** Every choice navigates to that page. */
const preloadFilterPage = (): void => void preloadComponent('filter-page');
