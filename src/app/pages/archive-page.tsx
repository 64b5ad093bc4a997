import { useQuery } from '@tanstack/react-query';
import { archivePath, collectionPath } from '../../model/addresses/permalinks.ts';
import type { CollectionId } from '../../model/edition.ts';
import { ArticleList } from '../collection/article-list.tsx';
import { choosePeriod } from '../collection/group-articles.ts';
import { archiveQuery, headQuery } from '../data/queries.ts';
import { useSite } from '../data/site-context.ts';
import { markName } from '../i18n/fill-elements.tsx';
import { interfaceAttributes } from '../i18n/locale.ts';
import { strings } from '../i18n/strings.ts';
import { AppLink } from '../navigation/app-link.tsx';
import { PageHeading } from '../navigation/page-heading.tsx';
import { PageTitle } from '../navigation/page-title.tsx';
import { notFound } from '../states/lazy-not-found.ts';
import { isMissing, LoadState } from '../states/load-state.tsx';
import { ListSkeleton } from '../states/skeleton.tsx';
import { StateMessage } from '../states/state-message.tsx';
import { archiveStrings } from './archive-strings.ts';
import { keptStories } from './offline/lazy-kept-stories.ts';

export interface ArchivePageProps {
  collection: CollectionId;
  /** Counted from the oldest page, so that a full page keeps its address. */
  number: number;
}

/** A page of the archive of a collection. */
export default function ArchivePage({ collection, number }: ArchivePageProps) {
  const { site, topics } = useSite();
  const { data, error } = useQuery(archiveQuery(collection, number));
  if (!data) {
    if (isMissing(error)) return <PastTheEnd collection={collection} />;
    return (
      <>
        <LoadState title={strings.failed.stories} error={error} headingLevel={1}>
          <ListSkeleton />
        </LoadState>
        {error && <keptStories.View />}
      </>
    );
  }
  const name = collectionName(collection, data.articles, topics);
  const titleOf = (part: string): string => archiveStrings.title({ collection: part, page: number });
  const title = titleOf(name);
  return (
    <>
      <PageTitle title={title} />
      <PageHeading className="collection-title pt-6" {...interfaceAttributes}>
        {collection.kind === 'all' ? title : markName(name, titleOf)}
      </PageHeading>
      <ArticleList
        articles={data.articles}
        period={choosePeriod(data.articles, site)}
        isComplete
        pageTopic={collection.kind === 'topic' ? collection.slug : undefined}
      />
      <nav
        className="my-8 flex flex-wrap justify-center gap-3"
        aria-label={archiveStrings.nav}
        {...interfaceAttributes}
      >
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

/** Says where an archive ends, if the address has a page after that. */
function PastTheEnd({ collection }: { collection: CollectionId }) {
  const { data: head, error } = useQuery(headQuery(collection));
  if (isMissing(error)) return <notFound.View what="page" />;
  if (!head) {
    return (
      <LoadState title={strings.failed.stories} error={error} headingLevel={1}>
        <ListSkeleton />
      </LoadState>
    );
  }
  const { pages } = head;
  const title = pages > 0 ? archiveStrings.endsAtPage({ page: pages }) : archiveStrings.none;
  return (
    <>
      <PageTitle title={title} />
      <StateMessage title={title} help={archiveStrings.pastTheEnd} headingLevel={1}>
        <AppLink
          to={pages > 0 ? archivePath(collection, pages) : collectionPath(collection)}
          className="button button-primary"
        >
          {pages > 0 ? archiveStrings.goToPage({ page: pages }) : archiveStrings.newest}
        </AppLink>
      </StateMessage>
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
