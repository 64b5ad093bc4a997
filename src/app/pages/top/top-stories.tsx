import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo } from 'react';
import { archivePath, frontPath } from '../../../model/addresses/permalinks.ts';
import type { Summary } from '../../../model/article.ts';
import { TOP_SIZE, type TopStories as TopData } from '../../../model/coverage/top-stories.ts';
import { type CollectionHead, type CollectionId, type EventCard, PAGE_SIZE } from '../../../model/edition.ts';
import { useTools } from '../../article/tools/use-tools.ts';
import { ArticleList } from '../../collection/article-list.tsx';
import { canLoadMore } from '../../collection/can-load-more.ts';
import { OlderStoriesLink } from '../../collection/older-stories-link.tsx';
import { moreTopQuery, olderQuery, topQuery } from '../../data/queries.ts';
import { interfaceAttributes } from '../../i18n/locale.ts';
import { rememberCollection } from '../../navigation/last-collection.ts';
import { useLoadMoreCount } from '../../navigation/scroll/scroll-restoration.ts';
import { LoadState } from '../../states/load-state.tsx';
import { ListSkeleton } from '../../states/skeleton.tsx';
import { topStrings as words } from './top-strings.ts';
import { TopCards, WhyHere } from './why-here.tsx';
import './top.css';

const ALL: CollectionId = { kind: 'all' };

export interface TopStoriesProps {
  head: CollectionHead;
  /** The list in the order of time, which is shown if the other order does not load. */
  newest: ReactNode;
}

/**
 * The front page in the order of points: the newest stories by their points, at first one page of cards, then the others.
 * The list goes on with older stories, the newest first.
 */
export default function TopStories({ head, newest }: TopStoriesProps) {
  const [loadMoreCount, setLoadMoreCount] = useLoadMoreCount();
  const { data: top, error } = useQuery(topQuery());
  const hasOthers = (top?.others ?? 0) > 0;
  const hasMore = hasOthers && loadMoreCount > 0;
  const olderCount = hasOthers ? loadMoreCount - 1 : loadMoreCount;
  const more = useQuery({ ...moreTopQuery(), enabled: hasMore });
  const pages = olderPages(head, olderCount);
  const older = useQuery({ ...olderQuery(ALL, pages), enabled: pages.length > 0 });
  const previous = useQuery({ ...olderQuery(ALL, olderPages(head, olderCount - 1)), enabled: false });
  const added = older.data ?? previous.data;
  const list = useMemo(
    () => listStories(top, hasMore ? more.data : undefined, added),
    [top, hasMore, more.data, added],
  );
  const { articles, cards } = list;
  useEffect(() => {
    if (articles.length > 0) rememberCollection({ path: frontPath, name: undefined, stories: articles });
  }, [articles]);
  const tools = useTools();
  if (!top) {
    return (
      <>
        <LoadState title={words.failed} error={error}>
          <ListSkeleton />
        </LoadState>
        {error && newest}
      </>
    );
  }
  const [next] = olderPages(head, olderCount + 1).slice(pages.length);
  const isEnd = next === undefined && (hasMore || !hasOthers);
  return (
    <div className="top-stories">
      <h2 className="sr-only" {...interfaceAttributes}>
        {words.heading}
      </h2>
      <TopCards value={cards}>
        <ArticleList
          articles={articles}
          period={undefined}
          lead={head.lead}
          isComplete={isEnd}
          hasLead
          marksNew
          events={list.events}
          After={WhyHere}
        />
      </TopCards>
      <OlderStoriesLink
        to={isEnd ? undefined : archivePath(ALL, Math.max(1, (loadMoreCount > 0 && next) || head.pages))}
        onLoadMore={canLoadMore(list.shown) ? () => setLoadMoreCount(loadMoreCount + 1) : undefined}
        isFetching={older.isFetching || more.isFetching}
        error={older.error ?? more.error}
      />
      {tools && <tools.KeepButton collection={ALL} name={undefined} />}
    </div>
  );
}

/** The archive pages with the stories that are older than those in the order of points, the newest first. */
function olderPages({ total }: CollectionHead, count: number): number[] {
  const first = Math.ceil((total - TOP_SIZE) / PAGE_SIZE);
  return Array.from({ length: Math.max(0, Math.min(first, count)) }, (_, index) => first - index);
}

interface StoryList {
  /** In their order, each once. After the lead of an event come its other reports. */
  articles: Summary[];
  events: EventCard[];
  /** One for each card, about. */
  shown: readonly unknown[];
  cards: ReadonlyMap<string, TopData['cards'][number]>;
}

function listStories(top: TopData | undefined, more: TopData | undefined, older: Summary[] = []): StoryList {
  const parts = [top, more].filter((part) => part !== undefined);
  const events = parts.flatMap((part) => part.events);
  const cards = parts.flatMap((part) => part.cards);
  const stories = new Map(parts.flatMap((part) => part.articles).map((story) => [story.slug, story]));
  const eventOf = new Map(events.map((event) => [event.slug, event]));
  const articles = new Map<string, Summary>();
  for (const { slug } of cards) {
    const story = stories.get(slug);
    if (!story) continue;
    const reports = eventOf.get(story.event ?? '')?.reports ?? [];
    for (const each of [story, ...reports.map((report) => ({ ...report, event: story.event as string }))])
      if (!articles.has(each.slug)) articles.set(each.slug, stories.get(each.slug) ?? each);
  }
  for (const story of older) if (!articles.has(story.slug)) articles.set(story.slug, story);
  return {
    articles: [...articles.values()],
    events,
    shown: [...cards, ...older],
    cards: new Map(
      cards.flatMap((card) => [
        [card.slug, card] as const,
        ...(card.event === undefined ? [] : [[`event ${card.event}`, card] as const]),
      ]),
    ),
  };
}
