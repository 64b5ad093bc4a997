import type { Article } from '../../model/article.ts';
import { useSite } from '../data/site-context.ts';
import { languageAttributes } from '../i18n/language-attributes.ts';
import { interfaceAttributes } from '../i18n/locale.ts';
import { strings } from '../i18n/strings.ts';
import { PageHeading } from '../navigation/page-heading.tsx';
import { PageTitle } from '../navigation/page-title.tsx';
import { articleBody } from './body/lazy-article-body.tsx';
import { longWords } from './card/long-words.ts';
import { ArticleFigure } from './page/article-figure.tsx';
import { SourceFileLink } from './page/source-file-link.tsx';
import { UpdatedTime } from './page/updated-time.tsx';
import './page/article.css';

/** A page of the publisher, like the imprint: the text of an article, without what makes it news. */
export function PublisherPage({ article }: { article: Article }) {
  const { site } = useSite();
  const language = languageAttributes(article.lang, site);
  const { title, excerpt, hasMadeExcerpt, updatedAt, body, video, file, isDraft } = article;
  return (
    <>
      <PageTitle title={title} />
      <article className="article">
        <header className="article-header">
          {isDraft && (
            <p className="kicker">
              <span className="badge" {...interfaceAttributes}>
                {strings.draft}
              </span>
            </p>
          )}
          <PageHeading className="article-headline" data-words={longWords(title)} {...language}>
            {title}
          </PageHeading>
          {excerpt && !hasMadeExcerpt && (
            <p className="standfirst" {...language}>
              {excerpt}
            </p>
          )}
          {updatedAt && (
            <p className="byline" {...interfaceAttributes}>
              <UpdatedTime at={updatedAt} />
            </p>
          )}
        </header>
        <div className="article-main">
          <ArticleFigure article={article} video={video} language={language} />
          {body && <articleBody.View body={body} title={title} language={language} />}
        </div>
        <SourceFileLink file={file} />
      </article>
    </>
  );
}
