import type { Summary } from '../../model/article.ts';
import { PageHeading } from '../layout/page-heading.tsx';
import { strings } from '../strings.ts';
import { Kicker } from './kicker.tsx';
import { ProviderName } from './provider-name.tsx';
import { PublishedMoment } from './published-time.tsx';

/** What an article is: topic, headline, excerpt, who published it and when. */
export function ArticleHeader({ article }: { article: Summary }) {
  const { provider, updatedAt } = article;
  return (
    <header>
      <Kicker article={article} />
      <PageHeading className="article-headline" dir="auto">
        {article.title}
      </PageHeading>
      {article.excerpt && (
        <p className="standfirst" dir="auto">
          {article.excerpt}
        </p>
      )}
      <p className="byline mt-3">
        {provider && <ProviderName provider={provider} />}
        {provider?.domain && <bdi dir="ltr">{provider.domain}</bdi>}
        {provider?.domain && <span aria-hidden="true">·</span>}
        <span className="sr-only">{strings.published} </span>
        <PublishedMoment at={article.publishedAt} />
        {updatedAt && (
          <>
            {` · ${strings.updated} `}
            <PublishedMoment at={updatedAt} />
          </>
        )}
      </p>
    </header>
  );
}
