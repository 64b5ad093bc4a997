import { useQuery } from '@tanstack/react-query';
import type { CollectionId } from '../../model/edition.ts';
import { archivePath, collectionPath } from '../../model/permalinks.ts';
import { ArticleList } from '../collection/article-list.tsx';
import { choosePeriod } from '../collection/group-articles.ts';
import { archiveQuery } from '../data/queries.ts';
import { useSite } from '../data/site-context.ts';
import { strings } from '../i18n/strings.ts';
import { AppLink } from '../navigation/app-link.tsx';
import { PageHeading } from '../navigation/page-heading.tsx';
import { PageTitle } from '../navigation/page-title.tsx';
import { notFound } from '../states/lazy-not-found.ts';
import { isMissing, LoadFailed } from '../states/load-failed.tsx';
import { ListSkeleton } from '../states/skeleton.tsx';
import { archiveStrings } from './archive-strings.ts';

export interface ArchivePageProps {
  collection: CollectionId;
  /** Counted from the oldest page, so that a full page keeps its address. */
  number: number;
}

/** A page of the archive of a collection. */
export default function ArchivePage({ collection, number }: ArchivePageProps) {
  const { site, topics } = useSite();
  const { data, error, isPending, refetch } = useQuery(archiveQuery(collection, number));
  if (isPending) return <ListSkeleton />;
  if (!data) {
    if (isMissing(error)) return <notFound.View what="page" />;
    return <LoadFailed what="stories" error={error} onRetry={() => void refetch()} headingLevel={1} />;
  }
  const title = archiveStrings.title(collectionName(collection, data.articles, topics), number);
  return (
    <>
      <PageTitle title={title} />
      <PageHeading className="collection-title pt-6">{title}</PageHeading>
      <ArticleList
        articles={data.articles}
        period={choosePeriod(data.articles, site)}
        isComplete
        pageTopic={collection.kind === 'topic' ? collection.slug : undefined}
      />
      <nav className="my-8 flex flex-wrap justify-center gap-3" aria-label={archiveStrings.nav}>
        <AppLink to={collectionPath(collection)} className="button">
          {archiveStrings.newest}
        </AppLink>
        {number > 1 && (
          <AppLink to={archivePath(collection, number - 1)} className="button">
            {strings.older}
          </AppLink>
        )}
      </nav>
    </>
  );
}

interface NamedTopic {
  slug: string;
  name: string;
}

/**
 * The name of a collection. The data of an archive page does not have it, but its articles have the names they belong
 * to.
 */
function collectionName(
  collection: CollectionId,
  articles: { topics: NamedTopic[]; provider?: { name: string } }[],
  topics: NamedTopic[],
): string {
  if (collection.kind === 'all') return strings.allStories;
  if (collection.kind === 'provider') return articles[0]?.provider?.name ?? collection.domain;
  const known = [...topics, ...articles.flatMap((article) => article.topics)];
  return known.find(({ slug }) => slug === collection.slug)?.name ?? collection.slug;
}
