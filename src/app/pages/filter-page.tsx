import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { type CollectionId, PAGE_SIZE } from '../../model/edition.ts';
import { ArticleList } from '../collection/article-list.tsx';
import { canLoadMore } from '../collection/can-load-more.ts';
import { choosePeriod } from '../collection/group-articles.ts';
import { OlderStoriesLink } from '../collection/older-stories-link.tsx';
import { useUnreadStories } from '../collection/use-unread-stories.ts';
import { headQuery } from '../data/queries.ts';
import { useSite } from '../data/site-context.ts';
import { type Filter, filterLink, parseFilter, without } from '../filter/address/filter.ts';
import { filterStrings as words } from '../filter/filter-strings.ts';
import { type Matches } from '../filter/matching/filter-data.ts';
import { matchesQuery, storiesQuery } from '../filter/matching/filter-queries.ts';
import { activeFiltersOf, useProviderName, useTopicNames } from '../filter/results/active-filters.ts';
import { FilterTitle } from '../filter/results/filter-title.tsx';
import { NothingMatches } from '../filter/results/nothing-matches.tsx';
import { interfaceAttributes } from '../i18n/locale.ts';
import { strings } from '../i18n/strings.ts';
import { announce } from '../layout/announcer.tsx';
import { AppLink } from '../navigation/app-link.tsx';
import { rememberCollection } from '../navigation/last-collection.ts';
import { useLoadMoreCount } from '../navigation/scroll/scroll-restoration.ts';
import { LoadState } from '../states/load-state.tsx';
import { ListSkeleton } from '../states/skeleton.tsx';
import { StateMessage } from '../states/state-message.tsx';

export interface FilterPageProps {
  collection: CollectionId;
  /** The query of the address, with its `?`. */
  search: string;
}

/** The stories that match a filter. While they load, the page shows the previous ones. */
export default function FilterPage({ collection, search }: FilterPageProps) {
  const { site } = useSite();
  const client = useQueryClient();
  // Their leads are those of the lists that are known.
  const events = [collection, ALL].flatMap((each) => client.getQueryData(headQuery(each).queryKey)?.events ?? []);
  const address = useFilter(collection, search);
  const isUnread = address.unread ?? false;
  // The files do not know what the reader has read: the list is that of the filter without it.
  const filter = useMemo(() => ({ ...without(address, 'unread'), page: address.page }), [address]);
  const topicName = useTopicNames([...filter.topics, ...filter.not]);
  const {
    data: matches,
    error,
    isPlaceholderData,
  } = useQuery({
    ...matchesQuery(filter),
    placeholderData: keepPreviousData,
  });
  const [loadMoreCount, setLoadMoreCount] = useLoadMoreCount();
  const from = (filter.page - 1) * PAGE_SIZE;
  const to = from + (loadMoreCount + 1) * PAGE_SIZE;
  const stories = useQuery({ ...storiesQuery(filter, from, to), placeholderData: keepPreviousData });
  // If more stories fail to load, the list shows those it had before.
  const previous = useQuery({ ...storiesQuery(filter, from, to - PAGE_SIZE), enabled: false });
  const found = stories.data ?? previous.data;
  const articles = useUnreadStories(found?.articles, filterLink(filter), isUnread);
  const topicNames = filter.topics.map(topicName);
  const providerName = useProviderName(filter.provider, found?.articles);
  const activeFilters = activeFiltersOf({ filter: address, topicName, providerName, site });
  const total = matches?.positions.length;
  useAnnounceCount(isPlaceholderData ? undefined : total);
  useShowContent(articles !== undefined || stories.isError);
  const name = activeFilters.map(({ label }) => label).join(strings.listSeparator);
  useEffect(() => {
    if (articles) rememberCollection({ path: filterLink(address), name, stories: articles });
  }, [articles, address, name]);
  const next = nextLink(address, loadMoreCount, matches);
  const isShort = isUnread && articles !== undefined && articles.length < MIN_UNREAD && next !== undefined;
  const isLoading = stories.isFetching || stories.isPlaceholderData;
  useEffect(() => {
    if (isShort && !isLoading && loadMoreCount < MAX_LOADED) setLoadMoreCount(loadMoreCount + 1);
  }, [isShort, isLoading, loadMoreCount, setLoadMoreCount]);

  const failed = error ?? (found ? undefined : stories.error);
  return (
    <>
      <FilterTitle {...{ filter, topicNames, providerName, activeFilters, total }}>
        {isUnread && articles && found && describeUnread(articles.length, found.articles.length)}
      </FilterTitle>
      {(failed || !articles) && (
        <LoadState title={strings.failed.stories} error={failed}>
          <ListSkeleton />
        </LoadState>
      )}
      {!failed && matches && articles && total === 0 && !isPlaceholderData && (
        <NothingMatches {...{ filter, topicNames, activeFilters, filterData: matches.filterData }} />
      )}
      {!failed && total !== undefined && total > 0 && from >= total && <PastTheEnd filter={filter} total={total} />}
      {!failed && articles?.length === 0 && found && found.articles.length > 0 && <AllRead filter={filter} />}
      {!failed && found && articles && articles.length > 0 && (
        <>
          {filter.page > 1 && total !== undefined && <PartOfList filter={filter} to={to} total={total} />}
          <ArticleList
            key={found.link}
            articles={articles}
            period={choosePeriod(articles.slice(0, PAGE_SIZE), site)}
            isComplete={total !== undefined && to >= total}
            isNewestFirst={filter.order === 'newest' && filter.page === 1}
            hasLead
            events={events}
            isNarrowed
            pageTopic={filter.topics.length === 1 ? filter.topics[0] : undefined}
          />
          <OlderStoriesLink
            to={next}
            onLoadMore={canLoadMore(found.articles) ? () => setLoadMoreCount(loadMoreCount + 1) : undefined}
            label={filter.order === 'oldest' ? words.newer : strings.older}
            isFetching={stories.isFetching}
            error={stories.error}
          />
        </>
      )}
      {!failed && found?.error && <LoadState title={words.someMissing} error={found.error} />}
    </>
  );
}

const ALL: CollectionId = { kind: 'all' };

function useFilter(collection: CollectionId, search: string): Filter {
  const key = JSON.stringify(collection);
  return useMemo(() => parseFilter(JSON.parse(key) as CollectionId, search), [key, search]);
}

function nextLink(filter: Filter, loadMoreCount: number, matches: Matches | undefined): string | undefined {
  const page = filter.page + loadMoreCount + 1;
  const isMore = matches !== undefined && matches.positions.length > (page - 1) * PAGE_SIZE;
  return isMore ? filterLink({ ...filter, page }) : undefined;
}

/** With unread stories only: a list with fewer is continued. */
const MIN_UNREAD = 15;
/** Not further than this number of pages at once. */
const MAX_LOADED = 5;

const describeUnread = (unread: number, count: number): string => words.unreadOf({ unread, count });

/** The reader has read all stories of the list. */
const AllRead = ({ filter }: { filter: Filter }) => (
  <StateMessage title={words.allRead} help={words.allReadHelp}>
    <AppLink to={filterLink(filter)} className="button button-primary">
      {words.showRead}
    </AppLink>
  </StateMessage>
);

/** Announces the number of matches when it changes. */
function useAnnounceCount(total: number | undefined): void {
  useEffect(() => {
    if (total !== undefined) announce(strings.stories({ count: total }));
  }, [total]);
}

/** Shows the content that the script in `index.html` hides if the page was opened with a filter. */
function useShowContent(isReady: boolean): void {
  useEffect(() => {
    if (isReady) delete document.documentElement.dataset.filtered;
  }, [isReady]);
}

/** Says where the list ends, if the address has a page after that. */
function PastTheEnd({ filter, total }: { filter: Filter; total: number }) {
  const page = Math.ceil(total / PAGE_SIZE);
  return (
    <StateMessage title={words.endsAtPage({ page })} help={words.pastTheEnd}>
      <AppLink to={filterLink({ ...filter, page })} className="button button-primary">
        {words.goToPage({ page })}
      </AppLink>
    </StateMessage>
  );
}

interface PartOfListProps {
  filter: Filter;
  /** The number of the last story that is shown. */
  to: number;
  total: number;
}

/** Says which part of a long list is shown, if it is not the start. */
function PartOfList({ filter, to, total }: PartOfListProps) {
  return (
    <p className="pt-3 text-ink-2" {...interfaceAttributes}>
      {words.partOf({
        first: (filter.page - 1) * PAGE_SIZE + 1,
        last: Math.min(to, total),
        total,
      })}{' '}
      <AppLink to={filterLink({ ...filter, page: 1 })} className="underline">
        {words.fromTheStart}
      </AppLink>
    </p>
  );
}
