import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import type { Summary } from '../../model/article.ts';
import type { FeedPage as ArchivePart, Feed, FeedHead } from '../../model/edition.ts';
import { feedLink } from '../../model/permalinks.ts';
import { ArticleList } from '../feed/article-list.tsx';
import { FeedTitle } from '../feed/feed-title.tsx';
import { choosePeriod } from '../feed/group-articles.ts';
import { rememberFeed } from '../feed/last-feed.ts';
import { OlderStories } from '../feed/older-stories.tsx';
import { useFrame } from '../frame-context.ts';
import { feedQuery, olderThan } from '../queries.ts';
import { isMissing, LoadFailed } from '../states/load-failed.tsx';
import { NotFound } from '../states/not-found.tsx';
import { FeedSkeleton } from '../states/skeleton.tsx';
import { StateMessage } from '../states/state-message.tsx';
import { strings } from '../strings.ts';

/** The front page, a topic or a provider: a feed, newest first. */
export function FeedPage({ feed }: { feed: Feed }) {
  const { site } = useFrame();
  const { data, error, isPending, refetch } = useInfiniteQuery(feedQuery(feed));
  const [head] = (data?.pages ?? []) as [FeedHead?];

  if (isPending) {
    return (
      <FeedFrame feed={feed}>
        <FeedSkeleton />
      </FeedFrame>
    );
  }
  if (!data || !head) return failed(feed, error, () => void refetch());
  if (head.total === 0) {
    return (
      <FeedFrame feed={feed} head={head}>
        <EmptyFeed feed={feed} />
      </FeedFrame>
    );
  }
  const articles = uniqueArticles(data.pages);
  const { lead } = head;
  const stories = lead ? [lead, ...articles.filter(({ slug }) => slug !== lead.slug)] : articles;
  return (
    <FeedFrame feed={feed} head={head} stories={stories}>
      <ArticleList
        articles={articles}
        period={choosePeriod(head.articles, site)}
        lead={lead}
        isWhole={!olderThan(data.pages.at(-1) ?? head)}
        hasLead
        within={head.topic?.slug}
      />
      <OlderStories feed={feed} />
    </FeedFrame>
  );
}

interface FeedFrameProps {
  feed: Feed;
  head?: FeedHead;
  /** Those that are shown, in their order. */
  stories?: Summary[];
  children: ReactNode;
}

function FeedFrame({ feed, head, stories = [], children }: FeedFrameProps) {
  const name = head?.topic?.name ?? head?.provider?.name;
  useEffect(() => rememberFeed({ path: feedLink(feed), name, stories }));
  return (
    <>
      <FeedTitle feed={feed} head={head} />
      {children}
    </>
  );
}

function failed(feed: Feed, error: unknown, onRetry: () => void) {
  if (feed.kind !== 'all' && isMissing(error)) return <NotFound what={feed.kind} />;
  return (
    <FeedFrame feed={feed}>
      <LoadFailed what="stories" error={error} onRetry={onRetry} />
    </FeedFrame>
  );
}

function EmptyFeed({ feed }: { feed: Feed }) {
  const { empty } = strings;
  const isAll = feed.kind === 'all';
  return <StateMessage title={isAll ? empty.all : empty.feed} help={isAll ? empty.allHelp : empty.feedHelp} />;
}

/** The articles of a feed's pages, each once: an archive page repeats some of the head's. */
function uniqueArticles(pages: (FeedHead | ArchivePart)[]): Summary[] {
  const bySlug = new Map<string, Summary>();
  for (const { articles } of pages) {
    for (const article of articles) if (!bySlug.has(article.slug)) bySlug.set(article.slug, article);
  }
  return [...bySlug.values()];
}
