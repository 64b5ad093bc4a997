import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useMemo } from 'react';
import type { Summary } from '../../model/article.ts';
import type { Feed, FeedHead } from '../../model/edition.ts';
import { archivePath, feedLink } from '../../model/permalinks.ts';
import { ArticleList } from '../collection/article-list.tsx';
import { FeedTitle } from '../collection/collection-title.tsx';
import { choosePeriod } from '../collection/group-articles.ts';
import { mayGrow } from '../collection/list-length.ts';
import { nextOlderPage, olderPages } from '../collection/older-pages.ts';
import { OlderStories } from '../collection/older-stories.tsx';
import { useOpenForLong } from '../collection/use-open-for-long.ts';
import { editionQuery, headQuery, olderQuery } from '../data/queries.ts';
import { useFrame } from '../data/site-context.ts';
import { strings } from '../i18n/strings.ts';
import { rememberFeed } from '../navigation/last-collection.ts';
import { useOlder } from '../navigation/scroll-restoration.ts';
import { Guard } from '../states/error-boundary.tsx';
import { notFound } from '../states/lazy-not-found.ts';
import { isMissing, LoadFailed } from '../states/load-failed.tsx';
import { FeedSkeleton } from '../states/skeleton.tsx';
import { StateMessage } from '../states/state-message.tsx';

const NewStories = lazy(() => import('../collection/new-stories.tsx'));

/** The front page, a topic or a provider: a feed, newest first. */
export function FeedPage({ feed }: { feed: Feed }) {
  const { data: head, error, isPending, refetch } = useQuery(headQuery(feed));
  if (!isPending && !head && feed.kind !== 'all' && isMissing(error)) return <notFound.Page what={feed.kind} />;
  return (
    <>
      <FeedTitle feed={feed} head={head} />
      {isPending && <FeedSkeleton />}
      {error && !head && <LoadFailed what="stories" error={error} onRetry={() => void refetch()} />}
      {head?.total === 0 && <EmptyFeed feed={feed} />}
      {head && head.total > 0 && <FeedStories feed={feed} head={head} />}
    </>
  );
}

function FeedStories({ feed, head }: { feed: Feed; head: FeedHead }) {
  const { site } = useFrame();
  const [times, setTimes] = useOlder();
  const pages = olderPages(head, times);
  const older = useQuery({ ...olderQuery(feed, pages), enabled: pages.length > 0 });
  // What was shown before, until more has come.
  const before = useQuery({ ...olderQuery(feed, olderPages(head, times - 1)), enabled: false });
  const added = older.data ?? before.data;
  const articles = useMemo(() => uniqueArticles([...head.articles, ...(added ?? [])]), [head, added]);
  const name = head.topic?.name ?? head.provider?.name;
  const { lead } = head;
  useEffect(() => {
    const stories = lead ? [lead, ...articles.filter(({ slug }) => slug !== lead.slug)] : articles;
    rememberFeed({ path: feedLink(feed), name, stories });
  }, [feed, name, articles, lead]);
  const next = nextOlderPage(head, times);
  const isOld = useOpenForLong();
  return (
    <>
      {isOld && (
        <Guard fallback={null}>
          <Suspense fallback={null}>
            <NewStories feed={feed} head={head} />
          </Suspense>
        </Guard>
      )}
      <ArticleList
        articles={articles}
        period={choosePeriod(head.articles, site)}
        lead={lead}
        isWhole={next === undefined}
        hasLead
        within={head.topic?.slug}
      />
      <OlderStories
        to={next === undefined ? undefined : archivePath(feed, next)}
        onAdd={mayGrow(articles) ? () => setTimes(times + 1) : undefined}
        isFetching={older.isFetching}
        error={older.error}
        onRetry={() => void older.refetch()}
      />
    </>
  );
}

function EmptyFeed({ feed }: { feed: Feed }) {
  const { empty } = strings;
  const { data: edition } = useQuery({ ...editionQuery(), enabled: feed.kind === 'all' });
  if (feed.kind !== 'all') return <StateMessage title={empty.feed} help={empty.feedHelp} />;
  const help = edition?.drafts === undefined ? empty.allHelp : empty.draftsHelp(edition.drafts);
  return <StateMessage title={empty.all} help={help} />;
}

/** Each article once: an archive page repeats some of the head's. */
function uniqueArticles(articles: Summary[]): Summary[] {
  const bySlug = new Map<string, Summary>();
  for (const article of articles) if (!bySlug.has(article.slug)) bySlug.set(article.slug, article);
  return [...bySlug.values()];
}
