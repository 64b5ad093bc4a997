import type { ReactNode } from 'react';
import type { Article, Summary } from '../../model/article.ts';
import type { Provider } from '../../model/provider.ts';
import { useSite } from '../data/site-context.ts';
import { languageAttributes } from '../i18n/language-attributes.ts';
import { interfaceAttributes } from '../i18n/locale.ts';
import { PageTitle } from '../navigation/page-title.tsx';
import { useLastCollection } from '../navigation/use-last-collection.ts';
import { useMarkRead } from '../reader/use-mark-read.ts';
import { ErrorBoundary } from '../states/error-boundary.tsx';
import { articleBody } from './body/lazy-article-body.tsx';
import { coverage } from './coverage/lazy-coverage.tsx';
import { ArticleBar } from './page/article-bar.tsx';
import { ArticleFigure } from './page/article-figure.tsx';
import { ArticleHeader } from './page/article-header.tsx';
import { articleStrings } from './page/article-strings.ts';
import { BackLink } from './page/back-link.tsx';
import { LatestStories } from './page/related/latest-stories.tsx';
import { RelatedStories } from './page/related/related-stories.tsx';
import { SourceFileLink } from './page/source-file-link.tsx';
import { StoryTopics } from './page/story-topics.tsx';
import { SourceLinks } from './source-links/source-links.tsx';
import { storyLinks } from './source-links/story-links.ts';
import { useTools } from './tools/use-tools.ts';
import './page/article.css';

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
          {article?.body && <articleBody.View body={article.body} title={summary.title} language={language} />}
          {children}
        </div>
        <div className="article-rail">
          <ToolsSlot article={summary} />
          {article && (
            <ErrorBoundary fallback={null}>
              {site.marksSingleSource && isSingleSource(article) && (
                <p className="single-source" {...interfaceAttributes}>
                  {articleStrings.singleSource}
                </p>
              )}
              {article.coverage && <coverage.View coverage={article.coverage} event={article.event} />}
              <RelatedStories article={article} />
              <LatestStories article={article} />
            </ErrorBoundary>
          )}
          <StoryTopics topics={summary.topics} />
          {article?.file !== undefined && <SourceFileLink file={article.file} />}
        </div>
      </article>
      <PreviousNextSlot slug={summary.slug} />
      <ArticleBar links={links} />
    </>
  );
}

/** Whether no other provider reports the same event in its own words. Articles that only some readers see do not count. */
const isSingleSource = ({ provider, coverage: others, isDraft, isScheduled, isUnlisted }: Reported): boolean =>
  !isDraft &&
  !isScheduled &&
  !isUnlisted &&
  !others?.reports.some((report) => report.sameTextAs === undefined && nameOf(report.provider) !== nameOf(provider));

type Reported = Pick<Article, 'provider' | 'coverage' | 'isDraft' | 'isScheduled' | 'isUnlisted'>;

const nameOf = (provider: Provider | undefined): string | undefined => provider?.domain ?? provider?.name;

/*
 * What loads later has components of its own: an update of the layout would replace a body that is not hydrated yet by its
 * placeholder. CSS reserves the space.
 */

function ToolsSlot({ article }: { article: Summary }) {
  const tools = useTools();
  return (
    <div className="article-tools needs-script" {...interfaceAttributes}>
      {tools && <tools.ArticleTools article={article} />}
    </div>
  );
}

function PreviousNextSlot({ slug }: { slug: string }) {
  const tools = useTools();
  const stories = useLastCollection()?.stories;
  return (
    <div className="previous-next needs-script">{tools && <tools.PreviousNext slug={slug} stories={stories} />}</div>
  );
}
