import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, Suspense } from 'react';
import type { Article, Summary } from '../../model/article.ts';
import { articleBody } from '../article/body/lazy-article-body.ts';
import { ArticleBar } from '../article/page/article-bar.tsx';
import { ArticleFigure } from '../article/page/article-figure.tsx';
import { ArticleHeader } from '../article/page/article-header.tsx';
import { BackLink } from '../article/page/back-link.tsx';
import { PreviousNext } from '../article/page/previous-next.tsx';
import { LatestStories } from '../article/page/related/latest-stories.tsx';
import { RelatedStories } from '../article/page/related/related-stories.tsx';
import { ShareTools } from '../article/page/share-tools.tsx';
import { SourceFileLink } from '../article/page/source-file-link.tsx';
import { StoryTopics } from '../article/page/story-topics.tsx';
import { SourceLinks } from '../article/source-links/source-links.tsx';
import { storyLinks } from '../article/source-links/story-links.ts';
import { articleQuery, findSummary } from '../data/queries.ts';
import { useSite } from '../data/site-context.ts';
import { languageAttributes } from '../i18n/language-attributes.ts';
import { PageTitle } from '../navigation/page-title.tsx';
import { useMarkRead } from '../reader/use-mark-read.ts';
import { ErrorBoundary } from '../states/error-boundary.tsx';
import { notFound } from '../states/lazy-not-found.ts';
import { isMissing, LoadFailed } from '../states/load-failed.tsx';
import { ArticleSkeleton } from '../states/skeleton.tsx';
import '../article/page/article.css';

/**
 * An article. If the cache has its summary, that is shown at once, and the body and the related stories when they load.
 */
export default function ArticlePage({ slug }: { slug: string }) {
  const client = useQueryClient();
  const { data: article, error, isPending, refetch } = useQuery(articleQuery(slug));
  // The cache keeps the article when it is fetched again and its file is gone.
  if (article && isMissing(error)) return <notFound.View what="withdrawn" />;
  const summary = article ?? findSummary(client, slug);
  if (!summary) {
    if (isPending) return <ArticleSkeleton />;
    if (isMissing(error)) return <notFound.View what="story" />;
    return <LoadFailed what="story" error={error} onRetry={() => void refetch()} headingLevel={1} />;
  }
  return (
    <ArticleLayout summary={summary} article={article}>
      {error && !article && <LoadFailed what="story" error={error} onRetry={() => void refetch()} />}
      {isPending && <ArticleSkeleton />}
    </ArticleLayout>
  );
}

interface ArticleLayoutProps {
  summary: Summary;
  article: Article | undefined;
  /** Shown in place of the rest of the article while that is missing. */
  children: ReactNode;
}

function ArticleLayout({ summary, article, children }: ArticleLayoutProps) {
  const { site } = useSite();
  useMarkRead(summary.slug);
  const links = storyLinks(summary);
  // The story is in its own language, everything around it in that of the site.
  const language = languageAttributes(summary.lang, site);
  return (
    <>
      <PageTitle title={summary.title} />
      <BackLink />
      <article className="article">
        <ArticleHeader article={summary} language={language} />
        <SourceLinks article={summary} links={links} />
        <div className="article-main" {...language}>
          <ArticleFigure article={summary} video={article?.video} />
          {article?.body && (
            <Suspense fallback={<ArticleSkeleton />}>
              <articleBody.View body={article.body} title={summary.title} />
            </Suspense>
          )}
          {children}
        </div>
        <div className="article-rail">
          <ShareTools slug={summary.slug} title={summary.title} />
          {article && (
            <ErrorBoundary fallback={null}>
              <RelatedStories article={article} />
              <LatestStories article={article} />
            </ErrorBoundary>
          )}
          <StoryTopics topics={summary.topics} />
          {article && <SourceFileLink file={article.file} />}
        </div>
      </article>
      <PreviousNext slug={summary.slug} />
      <ArticleBar links={links} />
    </>
  );
}
