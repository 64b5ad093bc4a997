import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { type CollectionId, PAGE_SIZE } from '../../model/edition.ts';
import { ArticleList } from '../collection/article-list.tsx';
import { choosePeriod } from '../collection/group-articles.ts';
import { canGrow } from '../collection/list-length.ts';
import { OlderStories } from '../collection/older-stories.tsx';
import { useSite } from '../data/site-context.ts';
import { type Filter, filterLink, parseFilter } from '../filter/address/filter.ts';
import { filterStrings as words } from '../filter/filter-strings.ts';
import { type Matches, matchesQuery, storiesQuery } from '../filter/matching/filter-queries.ts';
import { activeFiltersOf, useProviderName, useTopicNames } from '../filter/results/active-filters.ts';
import { FilterTitle } from '../filter/results/filter-title.tsx';
import { NothingMatches } from '../filter/results/nothing-matches.tsx';
import { formatCount } from '../i18n/format-date.ts';
import { strings } from '../i18n/strings.ts';
import { announce } from '../layout/announcer.tsx';
import { AppLink } from '../navigation/app-link.tsx';
import { rememberCollection } from '../navigation/last-collection.ts';
import { useOlderPages } from '../navigation/scroll-restoration.ts';
import { LoadFailed } from '../states/load-failed.tsx';
import { ListSkeleton } from '../states/skeleton.tsx';
import '../filter/results/filter.css';

export interface FilterPageProps {
  collection: CollectionId;
  /** The query of the address. */
  search: string;
}

/** The stories that a filter asks for. What was shown before stays until they are there. */
export default function FilterPage({ collection, search }: FilterPageProps) {
  const { site } = useSite();
  const filter = useFilter(collection, search);
  const topicName = useTopicNames([...filter.topics, ...filter.not]);
  const {
    data: matches,
    error,
    isPlaceholderData,
    refetch,
  } = useQuery({
    ...matchesQuery(filter),
    placeholderData: keepPreviousData,
  });
  const [times, setTimes] = useOlderPages();
  const from = (filter.page - 1) * PAGE_SIZE;
  const to = from + (times + 1) * PAGE_SIZE;
  const stories = useQuery({ ...storiesQuery(filter, from, to), placeholderData: keepPreviousData });
  // What was shown before, where more did not come.
  const before = useQuery({ ...storiesQuery(filter, from, to - PAGE_SIZE), enabled: false });
  const shown = stories.data ?? before.data;
  const topicNames = filter.topics.map(topicName);
  const providerName = useProviderName(filter.provider, shown?.articles);
  const activeFilters = activeFiltersOf({ filter, topicName, providerName, site });
  const total = matches?.positions.length;
  useAnnouncedCount(isPlaceholderData ? undefined : total);
  useUncovered(!stories.isPending);
  const name = activeFilters.map(({ words: mark }) => mark).join(', ');
  useEffect(() => {
    if (shown) rememberCollection({ path: shown.link, name, stories: shown.articles });
  }, [shown, name]);

  const failed = error ?? (shown ? undefined : stories.error);
  const retry = (): void => {
    if (error) void refetch();
    void stories.refetch();
  };
  return (
    <>
      <FilterTitle {...{ filter, topicNames, providerName, activeFilters, total }} />
      {failed !== undefined && failed !== null && <LoadFailed what="stories" error={failed} onRetry={retry} />}
      {!failed && !shown && <ListSkeleton />}
      {!failed && matches && shown && total === 0 && !isPlaceholderData && (
        <NothingMatches {...{ filter, topicNames, activeFilters, filterData: matches.filterData }} />
      )}
      {!failed && shown && shown.articles.length > 0 && (
        <>
          {filter.page > 1 && total !== undefined && <PartOfList filter={filter} to={to} total={total} />}
          <ArticleList
            key={shown.link}
            articles={shown.articles}
            period={choosePeriod(shown.articles.slice(0, PAGE_SIZE), site)}
            isWhole={total !== undefined && to >= total}
            hasLead
            within={filter.topics.length === 1 ? filter.topics[0] : undefined}
          />
          <OlderStories
            to={nextLink(filter, times, matches)}
            onAdd={canGrow(shown.articles) ? () => setTimes(times + 1) : undefined}
            label={filter.order === 'oldest' ? words.newer : strings.older}
            isFetching={stories.isFetching}
            error={stories.error}
            onRetry={() => void stories.refetch()}
          />
        </>
      )}
    </>
  );
}

function useFilter(collection: CollectionId, search: string): Filter {
  const key = JSON.stringify(collection);
  return useMemo(() => parseFilter(JSON.parse(key) as CollectionId, search), [key, search]);
}

function nextLink(filter: Filter, times: number, matches: Matches | undefined): string | undefined {
  const page = filter.page + times + 1;
  const isMore = matches !== undefined && matches.positions.length > (page - 1) * PAGE_SIZE;
  return isMore ? filterLink({ ...filter, page }) : undefined;
}

/** Says how many stories a filter shows, each time that it has changed. */
function useAnnouncedCount(total: number | undefined): void {
  const { site } = useSite();
  useEffect(() => {
    if (total !== undefined) announce(strings.stories(total, formatCount(total, site.language)));
  }, [total, site]);
}

/** Until a filter that a page was opened with has its stories, the script in `index.html` keeps others out of sight. */
function useUncovered(isDrawn: boolean): void {
  useEffect(() => {
    if (isDrawn) delete document.documentElement.dataset.filtered;
  }, [isDrawn]);
}

interface PartOfListProps {
  filter: Filter;
  /** The number of the last story shown. */
  to: number;
  total: number;
}

/** Which part of a long list this is. */
function PartOfList({ filter, to, total }: PartOfListProps) {
  const { site } = useSite();
  const format = (count: number): string => formatCount(count, site.language);
  return (
    <p className="pt-3 text-ink-2">
      {words.partOf(format((filter.page - 1) * PAGE_SIZE + 1), format(Math.min(to, total)), format(total))}{' '}
      <AppLink to={filterLink({ ...filter, page: 1 })} className="underline">
        {words.fromTheStart}
      </AppLink>
    </p>
  );
}
