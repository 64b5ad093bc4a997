import { useQuery, useQueryClient } from '@tanstack/react-query';
import { COPY_SEARCH } from '../../model/permalinks.ts';
import { ArticleLayout } from '../article/article-layout.tsx';
import { articleQuery, findSummary } from '../data/queries.ts';
import { lazyComponent } from '../navigation/lazy-component.tsx';
import { useSearch } from '../navigation/use-route.ts';
import { isMissing, LoadFailed } from '../states/load-failed.tsx';
import { ArticleSkeleton } from '../states/skeleton.tsx';

const savedCopy = lazyComponent('saved-copy', () => import('./reader/saved-copy.tsx'));

/**
 * An article. If the cache has its summary, that is shown at once, and the body and the related stories when they load.
 */
export default function ArticlePage({ slug }: { slug: string }) {
  const client = useQueryClient();
  const { data: article, error, isPending, refetch } = useQuery(articleQuery(slug));
  if (useSearch() === COPY_SEARCH) return <savedCopy.View slug={slug} Layout={ArticleLayout} />;
  // The cache keeps the article when it is fetched again and its file is gone.
  if (article && isMissing(error)) return <savedCopy.View slug={slug} missing="withdrawn" Layout={ArticleLayout} />;
  const summary = article ?? findSummary(client, slug);
  if (!summary) {
    if (isPending) return <ArticleSkeleton />;
    if (isMissing(error)) return <savedCopy.View slug={slug} missing="story" Layout={ArticleLayout} />;
    return <LoadFailed what="story" error={error} onRetry={() => void refetch()} headingLevel={1} />;
  }
  return (
    <ArticleLayout summary={summary} article={article}>
      {isPending ? (
        <ArticleSkeleton />
      ) : (
        !article && <LoadFailed what="story" error={error} onRetry={() => void refetch()} />
      )}
    </ArticleLayout>
  );
}
