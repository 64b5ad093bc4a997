import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { archivePath, collectionPath } from '../../model/addresses/permalinks.ts';
import { orderIn } from '../../model/addresses/routes.ts';
import type { Summary } from '../../model/article.ts';
import type { CollectionHead, CollectionId, EventCard } from '../../model/edition.ts';
import { useTools } from '../article/tools/use-tools.ts';
import { ArticleList } from '../collection/article-list.tsx';
import { canLoadMore } from '../collection/can-load-more.ts';
import { CollectionTitle } from '../collection/collection-title.tsx';
import { choosePeriod } from '../collection/group-articles.ts';
import { useIsStale } from '../collection/new-stories/use-is-stale.ts';
import { nextOlderPage, olderPages } from '../collection/older-pages.ts';
import { OlderStoriesLink } from '../collection/older-stories-link.tsx';
import { editionQuery, headQuery, olderQuery } from '../data/queries.ts';
import { useSite } from '../data/site-context.ts';
import { strings } from '../i18n/strings.ts';
import { rememberCollection } from '../navigation/last-collection.ts';
import { useLoadMoreCount } from '../navigation/scroll/scroll-restoration.ts';
import { ErrorBoundary } from '../states/error-boundary.tsx';
import { lazyComponent } from '../states/lazy-component.tsx';
import { emptyCollection } from '../states/lazy-empty-collection.ts';
import { notFound } from '../states/lazy-not-found.ts';
import { isMissing, LoadState } from '../states/load-state.tsx';
import { ListSkeleton } from '../states/skeleton.tsx';
import { keptStories } from './offline/lazy-kept-stories.ts';
import { topStories } from './top/lazy-top-stories.tsx';

const newStories = lazyComponent('new-stories', () => import('../collection/new-stories/new-stories.tsx'));

interface CollectionPageProps {
  collection: CollectionId;
  /** The query of the address, with its `?`. */
  search: string;
}

/** The front page, a topic or a provider: a list of stories, newest first. The front page may have another order. */
export function CollectionPage({ collection, search }: CollectionPageProps) {
  const { data: head, error } = useQuery(headQuery(collection));
  const order = useOrder(collection, search);
  if (!head && collection.kind !== 'all' && isMissing(error)) return <notFound.View what={collection.kind} />;
  return (
    <>
      <CollectionTitle collection={collection} head={head} />
      {(!head || !order) && (
        <LoadState title={strings.failed.stories} error={error}>
          <ListSkeleton />
        </LoadState>
      )}
      {!head && error && <keptStories.View />}
      {head?.total === 0 && <emptyCollection.View collection={collection} />}
      {head && head.total > 0 && order && <OrderedStories collection={collection} head={head} order={order} />}
    </>
  );
}

function OrderedStories({ order, ...list }: CollectionStoriesProps & { order: 'top' | 'newest' }) {
  const newest = <CollectionStories {...list} />;
  return order === 'top' ? <topStories.View head={list.head} newest={newest} /> : newest;
}

/** The order of the list. `undefined` as long as that of the front page is not known. */
function useOrder({ kind }: CollectionId, search: string): 'top' | 'newest' | undefined {
  const { data: edition, error } = useQuery({ ...editionQuery(), enabled: kind === 'all' });
  if (kind !== 'all' || (!edition && error)) return 'newest';
  if (!edition) return undefined;
  return edition.order ? (orderIn(search) ?? edition.order) : 'newest';
}

interface CollectionStoriesProps {
  collection: CollectionId;
  head: CollectionHead;
}

function CollectionStories({ collection, head }: CollectionStoriesProps) {
  const { site } = useSite();
  const [loadMoreCount, setLoadMoreCount] = useLoadMoreCount();
  const pages = olderPages(head, loadMoreCount);
  const older = useQuery({ ...olderQuery(collection, pages), enabled: pages.length > 0 });
  // While more stories load, the list shows those it had before.
  const previous = useQuery({ ...olderQuery(collection, olderPages(head, loadMoreCount - 1)), enabled: false });
  const added = older.data ?? previous.data;
  const articles = useMemo(() => uniqueArticles([...head.articles, ...(added ?? [])]), [head, added]);
  const name = head.topic?.name ?? head.provider?.name;
  const { lead } = head;
  useEffect(() => {
    const stories = lead ? [lead, ...articles.filter(({ slug }) => slug !== lead.slug)] : articles;
    rememberCollection({ path: collectionPath(collection), name, stories });
  }, [collection, name, articles, lead]);
  const next = nextOlderPage(head, loadMoreCount);
  const isStale = useIsStale();
  const tools = useTools();
  return (
    <>
      {isStale && (
        <ErrorBoundary fallback={null}>
          <newStories.View collection={collection} head={head} />
        </ErrorBoundary>
      )}
      <ArticleList
        articles={articles}
        period={choosePeriod(head.articles, site)}
        lead={lead}
        isComplete={next === undefined}
        isNewestFirst
        hasLead
        isDated={collection.kind === 'all'}
        pageTopic={head.topic?.slug}
        events={head.events ?? NO_EVENTS}
      />
      <OlderStoriesLink
        to={next === undefined ? undefined : archivePath(collection, next)}
        onLoadMore={canLoadMore(articles) ? () => setLoadMoreCount(loadMoreCount + 1) : undefined}
        isFetching={older.isFetching}
        error={older.error}
      />
      {tools && <tools.KeepButton collection={collection} name={name} />}
    </>
  );
}

const NO_EVENTS: EventCard[] = [];

/** Removes duplicates: the newest archive page overlaps the head. */
function uniqueArticles(articles: Summary[]): Summary[] {
  const bySlug = new Map<string, Summary>();
  for (const article of articles) if (!bySlug.has(article.slug)) bySlug.set(article.slug, article);
  return [...bySlug.values()];
}
