import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Filter } from '../../../filter/address/filter.ts';
import { type SearchedStories, searchedStoriesQuery } from '../../../filter/matching/searched-stories.ts';
import { resultRange } from './result-range.ts';

interface ShownStories {
  /** The results that are there, or those of the query before. */
  found: SearchedStories | undefined;
  /** Whether these are not only the first ones. */
  isComplete: boolean;
  isFetching: boolean;
  error: Error | null;
  refetch: () => void;
}

/**
 * The results of a page. Each may be in a file of its own, so the first ones are fetched and shown before the others.
 */
export function useSearchedStories(filter: Filter, loadMoreCount: number): ShownStories {
  const { from, first, before, to } = resultRange(filter, loadMoreCount);
  const firstStories = useQuery({ ...searchedStoriesQuery(filter, from, first), placeholderData: keepPreviousData });
  const hasFirst = firstStories.isSuccess && !firstStories.isPlaceholderData;
  const stories = useQuery({ ...searchedStoriesQuery(filter, from, to), enabled: hasFirst });
  // If more results fail to load, the list shows those it had before.
  const previous = useQuery({ ...searchedStoriesQuery(filter, from, before), enabled: false });
  const complete = stories.data ?? previous.data;
  return {
    found: complete ?? firstStories.data,
    isComplete: complete !== undefined,
    isFetching: stories.isFetching,
    error: stories.error ?? firstStories.error,
    refetch: () => void (hasFirst ? stories : firstStories).refetch(),
  };
}
