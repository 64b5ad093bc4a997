import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { followingPath, topicPath } from '../../../model/addresses/permalinks.ts';
import { type CollectionId, type EventCard, PAGE_SIZE } from '../../../model/edition.ts';
import { ArticleList } from '../../collection/article-list.tsx';
import { canLoadMore } from '../../collection/can-load-more.ts';
import { choosePeriod } from '../../collection/group-articles.ts';
import { OlderStoriesLink } from '../../collection/older-stories-link.tsx';
import { headQuery } from '../../data/queries.ts';
import { useSite } from '../../data/site-context.ts';
import { type Filter, filterLink } from '../../filter/address/filter.ts';
import { filterStrings } from '../../filter/filter-strings.ts';
import { matchesQuery, storiesQuery } from '../../filter/matching/filter-queries.ts';
import { interfaceAttributes } from '../../i18n/locale.ts';
import { strings } from '../../i18n/strings.ts';
import { AppLink } from '../../navigation/app-link.tsx';
import { rememberCollection } from '../../navigation/last-collection.ts';
import { PageHeading } from '../../navigation/page-heading.tsx';
import { PageTitle } from '../../navigation/page-title.tsx';
import { useLoadMoreCount } from '../../navigation/scroll/scroll-restoration.ts';
import { toggleFollowed } from '../../reader/actions/reader-actions.ts';
import { useReader } from '../../reader/state/use-reader.ts';
import { LoadState } from '../../states/load-state.tsx';
import { ListSkeleton } from '../../states/skeleton.tsx';
import { StateMessage } from '../../states/state-message.tsx';
import { ReaderPageIntro } from './reader-page-intro.tsx';
import { readerStrings } from './reader-strings.ts';
import { useReaderStore } from './use-reader-store.ts';

const words = readerStrings.following;

/** The topics that the reader follows, and their stories. */
export function FollowingPage() {
  const isReady = useReaderStore();
  const followed = useReader('followed');
  const key = [...followed.keys()].join(',');
  const filter = useMemo(
    (): Filter => ({ topics: key.split(',').filter(Boolean), match: 'any', not: [], order: 'newest', page: 1 }),
    [key],
  );
  return (
    <>
      <PageTitle title={words.title} />
      <PageHeading className="collection-title pt-6" {...interfaceAttributes}>
        {words.title}
      </PageHeading>
      <ReaderPageIntro isReady={isReady} />
      {isReady && followed.size === 0 && <StateMessage title={words.none} help={words.noneHelp} />}
      {isReady && followed.size > 0 && (
        <>
          <ul className="reader-rows" aria-label={words.topics}>
            {[...followed].map(([slug, { name }]) => (
              <li key={slug}>
                <AppLink to={topicPath(slug)}>{name}</AppLink>
                <button
                  type="button"
                  aria-label={words.unfollowTopic({ topic: name })}
                  onClick={() => toggleFollowed(slug, name)}
                  {...interfaceAttributes}
                >
                  {words.unfollow}
                </button>
              </li>
            ))}
          </ul>
          <FollowedStories filter={filter} />
        </>
      )}
    </>
  );
}

const NO_EVENTS: EventCard[] = [];

const ALL: CollectionId = { kind: 'all' };

function FollowedStories({ filter }: { filter: Filter }) {
  const { site } = useSite();
  const [loadMoreCount, setLoadMoreCount] = useLoadMoreCount();
  const to = (loadMoreCount + 1) * PAGE_SIZE;
  const { data: matches } = useQuery(matchesQuery(filter));
  // The leads of events are those of the front page, if it is known.
  const { data: front } = useQuery({ ...headQuery(ALL), enabled: false });
  const { data, error, isFetching } = useQuery({
    ...storiesQuery(filter, 0, to),
    placeholderData: keepPreviousData,
  });
  useEffect(() => {
    if (data) rememberCollection({ path: followingPath, name: words.title, stories: data.articles });
  }, [data]);
  const total = matches?.positions.length ?? 0;
  if (!data) {
    return (
      <LoadState title={strings.failed.stories} error={error}>
        <ListSkeleton />
      </LoadState>
    );
  }
  return (
    <>
      <p className="following-count" {...interfaceAttributes}>
        {strings.stories({ count: total })}
      </p>
      <ArticleList
        articles={data.articles}
        period={choosePeriod(data.articles.slice(0, PAGE_SIZE), site)}
        isComplete={to >= total}
        events={front?.events ?? NO_EVENTS}
        isNarrowed
      />
      <OlderStoriesLink
        to={to < total ? filterLink({ ...filter, page: loadMoreCount + 2 }) : undefined}
        onLoadMore={canLoadMore(data.articles) ? () => setLoadMoreCount(loadMoreCount + 1) : undefined}
        isFetching={isFetching}
        error={error}
      />
      {data.error && <LoadState title={filterStrings.someMissing} error={data.error} />}
    </>
  );
}
