import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { TextMarker } from '../../../article/card/text-marker.ts';
import { ArticleList } from '../../../collection/article-list.tsx';
import { canLoadMore } from '../../../collection/can-load-more.ts';
import { choosePeriod } from '../../../collection/group-articles.ts';
import { OlderStoriesLink } from '../../../collection/older-stories-link.tsx';
import { useUnreadStories } from '../../../collection/use-unread-stories.ts';
import { useSite } from '../../../data/site-context.ts';
import { type Filter, filterLink } from '../../../filter/address/filter.ts';
import { matchesQuery } from '../../../filter/matching/filter-queries.ts';
import type { SearchedStories } from '../../../filter/matching/searched-stories.ts';
import { type ActiveFilter, useActiveFilters } from '../../../filter/results/active-filters.ts';
import { interfaceAttributes } from '../../../i18n/locale.ts';
import { strings } from '../../../i18n/strings.ts';
import { AppLink } from '../../../navigation/app-link.tsx';
import { rememberCollection } from '../../../navigation/last-collection.ts';
import { useLoadMoreCount } from '../../../navigation/scroll/scroll-restoration.ts';
import { createTextMarker } from '../../../search/matching/mark-text.tsx';
import { LoadState } from '../../../states/load-state.tsx';
import { ListSkeleton } from '../../../states/skeleton.tsx';
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
  const count = describeCount(found, matches.data?.positions.length);
  // What is missing of the first results is asked for again with the others.
  const missing = isComplete || stories.error ? (found?.missing ?? 0) : 0;
  const failed = matches.error ?? (found ? undefined : stories.error);
  const retry = (): void => {
    void matches.refetch().then(stories.refetch);
  };
  useAnnounceResults(isSettled ? count : undefined, search);
  useEffect(() => {
    if (articles) rememberCollection({ path: filterLink(address), name: query, stories: articles });
  }, [articles, address, query]);
  const searched = search?.words;
  const mark = useMemo(() => createTextMarker(searched ?? []), [searched]);
  return (
    <section className="search-results" aria-busy={!isSettled}>
      <h2 className="sr-only" {...interfaceAttributes}>
        {words.results}
      </h2>
      <ResultsHeader filter={address} activeFilters={activeFilters} count={failed ? undefined : count}>
        <MatchingNames query={query} />
      </ResultsHeader>
      {(failed || !articles) && (
        <LoadState title={strings.failed.stories} error={failed}>
          <ListSkeleton />
        </LoadState>
      )}
      {!failed && search && <SearchNotes search={search} missing={missing} onRetry={retry} />}
      {!failed && articles?.length === 0 && isSettled && (
        <NoStories found={found} address={address} query={query} activeFilters={activeFilters} />
      )}
      {!failed && found && articles && articles.length > 0 && (
        <TextMarker value={mark}>
          <ArticleList
            key={found.link}
            articles={articles}
            period={filter.order === 'best' ? undefined : choosePeriod(articles, site)}
            isComplete={isComplete && !found.hasMore}
          />
        </TextMarker>
      )}
      {!failed && found && (isComplete || stories.error) && (found.hasMore || stories.error) && (
        <OlderStoriesLink
          to={filterLink({ ...address, page: filter.page + loadMoreCount + 1 })}
          onLoadMore={canLoadMore(found.articles) ? () => setLoadMoreCount(loadMoreCount + 1) : undefined}
          label={words.more}
          isFetching={stories.isFetching}
          error={stories.error}
        />
      )}
    </section>
  );
}

interface NoStoriesProps {
  found: SearchedStories | undefined;
  address: Filter;
  query: string;
  activeFilters: ActiveFilter[];
}

/** Why the page has no results: there are none, none so far, or the address has a page after the last one. */
function NoStories({ found, address, query, activeFilters }: NoStoriesProps) {
  if (found?.total === undefined && found?.missing === 0)
    return (
      <p className="search-note" {...interfaceAttributes}>
        {words.notYetFound}
      </p>
    );
  if (!found || found.missing > 0) return null;
  if (found.total === 0 || address.page === 1)
    return <NothingFound filter={address} query={query} activeFilters={activeFilters} />;
  return (
    <p className="my-8 text-center" {...interfaceAttributes}>
      <AppLink to={filterLink({ ...address, page: 1 })} className="button">
        {words.fromTheStart}
      </AppLink>
    </p>
  );
}

/** The number of results as a text. Not all of them may be tested yet. */
function describeCount(found: SearchedStories | undefined, candidates: number | undefined): string | undefined {
  if (!found || candidates === undefined) return undefined;
  const { total } = found;
  if (total === 0) return words.noStories;
  if (total !== undefined) return strings.stories({ count: total });
  return words.upTo({ count: candidates });
}
