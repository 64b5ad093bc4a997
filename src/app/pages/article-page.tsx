import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { COPY_SEARCH } from '../../model/addresses/permalinks.ts';
import type { Summary } from '../../model/article.ts';
import { ArticleLayout } from '../article/article-layout.tsx';
import { PublisherPage } from '../article/publisher-page.tsx';
import { articleQuery, findSummary } from '../data/queries.ts';
import { strings } from '../i18n/strings.ts';
import { useSearch } from '../navigation/use-route.ts';
import { lazyComponent } from '../states/lazy-component.tsx';
import { isMissing, LoadState } from '../states/load-state.tsx';
import { ArticleSkeleton } from '../states/skeleton.tsx';
import { keptStories } from './offline/lazy-kept-stories.ts';

const savedCopy = lazyComponent('saved-copy', () => import('./reader/saved-copy.tsx'));

/**
 * An article. If the cache has its summary, that is shown at once, and the body and the related stories when they load.
 */
export default function ArticlePage({ slug }: { slug: string }) {
  const client = useQueryClient();
  const { data: article, error } = useQuery(articleQuery(slug));
  const [kept, setKept] = useState<Summary>();
  if (useSearch() === COPY_SEARCH) return <savedCopy.View slug={slug} Layout={ArticleLayout} />;
  // The cache keeps the article when it is fetched again and its file is gone.
  if (article && isMissing(error)) return <savedCopy.View slug={slug} missing="withdrawn" Layout={ArticleLayout} />;
  if (article?.isPage) return <PublisherPage article={article} />;
  const summary = article ?? findSummary(client, slug) ?? kept;
  if (!summary) {
    if (isMissing(error)) return <savedCopy.View slug={slug} missing="story" Layout={ArticleLayout} />;
    return (
      <>
        <LoadState title={strings.failed.story} error={error} headingLevel={1}>
          <ArticleSkeleton />
        </LoadState>
        {error && <keptStories.View slug={slug} onSummary={setKept} />}
      </>
    );
  }
  return (
    <ArticleLayout summary={summary} article={article}>
      {!article && (
        <LoadState title={strings.failed.story} error={error}>
          <ArticleSkeleton />
        </LoadState>
      )}
    </ArticleLayout>
  );
}
