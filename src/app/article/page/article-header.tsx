import type { Summary } from '../../../model/article.ts';
import type { languageAttributes } from '../../i18n/language-attributes.ts';
import { interfaceAttributes } from '../../i18n/locale.ts';
import { PageHeading } from '../../navigation/page-heading.tsx';
import { Kicker } from '../card/kicker.tsx';
import { longWords } from '../card/long-words.ts';
import { ProviderName } from '../card/provider-name.tsx';
import { PublishedDateTime } from '../card/published-time.tsx';
import { articleStrings } from './article-strings.ts';
import { AuthorLinks } from './author-links.tsx';
import { UpdatedTime } from './updated-time.tsx';

interface ArticleHeaderProps {
  article: Summary;
  /** The attributes of the article's language. */
  language: ReturnType<typeof languageAttributes>;
}

/** The kicker, headline, excerpt, authors, provider and dates of an article. */
export function ArticleHeader({ article, language }: ArticleHeaderProps) {
  const { provider, authors, updatedAt } = article;
  return (
    <header className="article-header">
      <Kicker article={article} />
      <PageHeading className="article-headline" data-words={longWords(article.title)} {...language}>
        {article.title}
      </PageHeading>
      {article.excerpt && !article.hasMadeExcerpt && (
        <p className="standfirst" {...language}>
          {article.excerpt}
        </p>
      )}
      {authors && <AuthorLinks authors={authors} />}
      {provider && (
        <p className="byline">
          <ProviderName provider={provider} />
          {provider.domain && provider.domain !== provider.name && <bdi dir="ltr">{provider.domain}</bdi>}
        </p>
      )}
      {/* Empty if the file was damaged on its way. */}
      {article.publishedAt && (
        <p className="byline" {...interfaceAttributes}>
          <span className="sr-only">{`${articleStrings.published} `}</span>
          <PublishedDateTime at={article.publishedAt} />
          {updatedAt && <UpdatedTime at={updatedAt} separator="· " />}
        </p>
      )}
    </header>
  );
}
