import type { Summary } from '../../../model/article.ts';
import { useSite } from '../../data/site-context.ts';
import { strings } from '../../i18n/strings.ts';
import { PageHeading } from '../../navigation/page-heading.tsx';
import { Kicker, selectKickerTopic } from '../card/kicker.tsx';
import { ProviderName } from '../card/provider-name.tsx';
import { PublishedDateTime } from '../card/published-time.tsx';

/** The kicker, headline, excerpt, provider and dates of an article. */
export function ArticleHeader({ article }: { article: Summary }) {
  const { topics } = useSite();
  const { provider, updatedAt } = article;
  return (
    <header>
      <Kicker topic={selectKickerTopic(article.topics, topics)} hasVideo={article.hasVideo} isDraft={article.isDraft} />
      <PageHeading className="article-headline" dir="auto">
        {article.title}
      </PageHeading>
      {article.excerpt && (
        <p className="standfirst" dir="auto">
          {article.excerpt}
        </p>
      )}
      {provider && (
        <p className="byline mt-3">
          <ProviderName provider={provider} />{' '}
          {provider.domain && provider.domain !== provider.name && <bdi dir="ltr">{provider.domain}</bdi>}
        </p>
      )}
      <p className="byline">
        <span className="sr-only">{strings.published} </span>
        <PublishedDateTime at={article.publishedAt} />
        {updatedAt && (
          <>
            {` · ${strings.updated} `}
            <PublishedDateTime at={updatedAt} />
          </>
        )}
      </p>
    </header>
  );
}
