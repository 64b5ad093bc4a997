import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { TextMarker } from '../../article/card/text-marker.ts';
import { ArticleList } from '../../collection/article-list.tsx';
import { canLoadMore } from '../../collection/can-load-more.ts';
import { choosePeriod } from '../../collection/group-articles.ts';
import { OlderStoriesLink } from '../../collection/older-stories-link.tsx';
import { useUnreadStories } from '../../collection/use-unread-stories.ts';
import { useSite } from '../../data/site-context.ts';
import { type Filter, filterLink } from '../../filter/address/filter.ts';
import { matchesQuery } from '../../filter/matching/filter-queries.ts';
import type { SearchedStories } from '../../filter/matching/searched-stories.ts';
import { useActiveFilters } from '../../filter/results/active-filters.ts';
import { formatCount } from '../../i18n/format-date.ts';
import { strings } from '../../i18n/strings.ts';
import { rememberCollection } from '../../navigation/last-collection.ts';
import { useLoadMoreCount } from '../../navigation/scroll/scroll-restoration.ts';
import { createTextMarker } from '../../search/matching/mark-text.tsx';
import { LoadFailed } from '../../states/load-failed.tsx';
import { ListSkeleton } from '../../states/skeleton.tsx';
import { MatchingNames } from './matching-names.tsx';
import { NothingFound } from './nothing-found.tsx';
import { ResultsHeader } from './results-header.tsx';
import { SearchNotes } from './search-notes.tsx';
import { searchStrings as words } from './search-strings.ts';
import { searchedFilter } from './start-search.ts';
import { useAnnounceResults } from './use-announce-results.ts';
import { useSearchedStories } from './use-searched-stories.ts';

interface SearchResultsProps {
  /** The filter of the address. */
  address: Filter;
  query: string;
}

/** The stories that match a query. While they load, the page shows the previous ones. */
export function SearchResults({ address, query }: SearchResultsProps) {
  const { site } = useSite();
  // The index does not know what the reader has read.
  const filter = useMemo(() => searchedFilter(address), [address]);
  const matches = useQuery({ ...matchesQuery(filter), placeholderData: keepPreviousData });
  const [loadMoreCount, setLoadMoreCount] = useLoadMoreCount();
  const stories = useSearchedStories(filter, loadMoreCount);
  const { found, isComplete } = stories;
  const articles = useUnreadStories(found?.articles, filterLink(filter), address.unread ?? false);
  const activeFilters = useActiveFilters(address);
  const isSettled = !matches.isPlaceholderData && isComplete;
  const search = matches.data?.search;
  const count = describeCount(found, matches.data?.positions.length, site.language);
  useAnnounceResults(isSettled ? count : undefined, search?.corrections ?? []);
  useEffect(() => {
    if (articles) rememberCollection({ path: filterLink(address), name: query, stories: articles });
  }, [articles, address, query]);
  const searched = search?.words;
  const mark = useMemo(() => createTextMarker(searched ?? []), [searched]);
  const failed = matches.error ?? (found ? undefined : stories.error);
  const retry = (): void => {
    void matches.refetch().then(stories.refetch);
  };
  return (
    <section className="search-results" aria-label={words.results} aria-busy={!isSettled}>
      <ResultsHeader filter={address} activeFilters={activeFilters} count={failed ? undefined : count}>
        <MatchingNames query={query} />
      </ResultsHeader>
      {failed && <LoadFailed what="stories" error={failed} onRetry={retry} />}
      {!failed && search && <SearchNotes search={search} onRetry={retry} />}
      {!failed && !articles && <ListSkeleton />}
      {!failed && articles?.length === 0 && isSettled && (
        <NothingFound filter={address} query={query} activeFilters={activeFilters} />
      )}
      {!failed && found && articles && articles.length > 0 && (
        <TextMarker value={mark}>
          <ArticleList
            key={found.link}
            articles={articles}
            period={filter.order === 'best' ? undefined : choosePeriod(articles, site)}
            isComplete={isComplete && !found.hasMore}
          />
          {(isComplete || stories.error) && (
            <OlderStoriesLink
              to={found.hasMore ? filterLink({ ...address, page: filter.page + loadMoreCount + 1 }) : undefined}
              onLoadMore={canLoadMore(articles) ? () => setLoadMoreCount(loadMoreCount + 1) : undefined}
              label={words.more}
              isFetching={stories.isFetching}
              error={stories.error}
              onRetry={stories.refetch}
            />
          )}
        </TextMarker>
      )}
    </section>
  );
}

/** The number of results as a text. Not all of them may be tested yet. */
function describeCount(
  found: SearchedStories | undefined,
  candidates: number | undefined,
  language: string,
): string | undefined {
  if (!found || candidates === undefined) return undefined;
  const { total } = found;
  if (total === 0) return words.noStories;
  if (total !== undefined) return strings.stories(total, formatCount(total, language));
  return words.upTo(strings.stories(candidates, formatCount(candidates, language)));
}
