import { useInfiniteQuery } from '@tanstack/react-query';
import type { MouseEvent } from 'react';
import type { Feed } from '../../model/edition.ts';
import { archivePath } from '../../model/permalinks.ts';
import { AppLink } from '../app-link.tsx';
import { feedQuery, olderThan } from '../queries.ts';
import { LoadFailed } from '../states/load-failed.tsx';
import { strings } from '../strings.ts';

/** Pages shown together; past them the link leads to the archive, so that a long day's reading stays quick. */
const MAX_PAGES = 5;

/**
 * The way to older stories: a real link to the page of the archive that holds them. A plain click adds them in place.
 */
export function OlderStories({ feed }: { feed: Feed }) {
  const { data, fetchNextPage, isFetchingNextPage, isFetchNextPageError, error } = useInfiniteQuery(feedQuery(feed));
  if (isFetchNextPageError) {
    return <LoadFailed what="older" error={error} onRetry={() => void fetchNextPage()} headingLevel={2} />;
  }
  const last = data?.pages.at(-1);
  const next = last && olderThan(last);
  if (!next) return <p className="end-note">{strings.endOfFeed}</p>;
  const addInPlace = (event: MouseEvent): void => {
    if ((data?.pages.length ?? 0) >= MAX_PAGES) return;
    event.preventDefault();
    if (!isFetchingNextPage) void fetchNextPage();
  };
  return (
    <p className="my-8 text-center">
      <AppLink to={archivePath(feed, next.from)} className="button" onClick={addInPlace}>
        {isFetchingNextPage ? strings.loadingOlder : strings.older}
      </AppLink>
    </p>
  );
}
