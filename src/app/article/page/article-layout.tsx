import { type ReactNode, Suspense } from 'react';
import type { Article, Summary } from '../../../model/article.ts';
import { useSite } from '../../data/site-context.ts';
import { languageAttributes } from '../../i18n/language-attributes.ts';
import { PageTitle } from '../../navigation/page-title.tsx';
import { useMarkRead } from '../../reader/use-mark-read.ts';
import { ErrorBoundary } from '../../states/error-boundary.tsx';
import { ArticleSkeleton } from '../../states/skeleton.tsx';
import { articleBody } from '../body/lazy-article-body.ts';
import { SourceLinks } from '../source-links/source-links.tsx';
import { storyLinks } from '../source-links/story-links.ts';
import { useTools } from '../tools/use-tools.ts';
import { ArticleBar } from './article-bar.tsx';
import { ArticleFigure } from './article-figure.tsx';
import { ArticleHeader } from './article-header.tsx';
import { BackLink } from './back-link.tsx';
import { PreviousNext } from './previous-next.tsx';
import { LatestStories } from './related/latest-stories.tsx';
import { RelatedStories } from './related/related-stories.tsx';
import { SourceFileLink } from './source-file-link.tsx';
import { StoryTopics } from './story-topics.tsx';
import './article.css';

interface ArticleLayoutProps {
  summary: Summary;
  /** Without the file: a copy that the reader has kept. */
  article: (Omit<Article, 'file'> & { file?: string }) | undefined;
  /** Shown in place of the rest of the article while that is missing. */
  children: ReactNode;
}

/** The page of an article. Its summary is shown at once, the rest when it has loaded. */
export function ArticleLayout({ summary, article, children }: ArticleLayoutProps) {
  const { site } = useSite();
  const tools = useTools();
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
        <div className="article-main">
          <ArticleFigure article={summary} video={article?.video} language={language} />
          {article?.body && (
            <Suspense fallback={<ArticleSkeleton />}>
              <articleBody.View body={article.body} title={summary.title} language={language} />
            </Suspense>
          )}
          {children}
        </div>
        <div className="article-rail">
          <div className="article-tools needs-script">{tools && <tools.ArticleTools article={summary} />}</div>
          {article && (
            <ErrorBoundary fallback={null}>
              <RelatedStories article={article} />
              <LatestStories article={article} />
            </ErrorBoundary>
          )}
          <StoryTopics topics={summary.topics} />
          {article?.file !== undefined && <SourceFileLink file={article.file} />}
        </div>
      </article>
      <PreviousNext slug={summary.slug} />
      <ArticleBar links={links} />
    </>
  );
}
