import { useRef } from 'react';
import { topicPath } from '../../../../model/addresses/permalinks.ts';
import type { Article } from '../../../../model/article.ts';
import { useSite } from '../../../data/site-context.ts';
import { markName } from '../../../i18n/fill-elements.tsx';
import { interfaceAttributes } from '../../../i18n/locale.ts';
import { AppLink } from '../../../navigation/app-link.tsx';
import { ErrorBoundary } from '../../../states/error-boundary.tsx';
import { lazyComponent } from '../../../states/lazy-component.tsx';
import { useIsNear } from '../../../ui/use-is-near.ts';
import { selectKickerTopic } from '../../card/kicker.tsx';
import { useTools } from '../../tools/use-tools.ts';
import { articleStrings } from '../article-strings.ts';

const latestList = lazyComponent('latest-list', () => import('./latest-list.tsx'));

/** How far below the viewport the list loads. */
const MARGIN = '300px';

/**
 * A link to the topic above the headline, and its newest stories. They load when they come near: in the HTML they would
 * change the page with each new story. A page that is only opened makes no request. CSS reserves their space.
 */
export function LatestStories({
  article,
}: {
  article: Pick<Article, 'slug' | 'topics' | 'related' | 'nearest' | 'coverage'>;
}) {
  const topic = selectKickerTopic(article.topics, useSite().topics);
  const list = useRef<HTMLDivElement>(null);
  const isNear = useIsNear(list, MARGIN, useTools()?.hasInput === true);
  if (!topic) return null;
  return (
    <section className="latest" aria-labelledby="latest-stories">
      <h2 id="latest-stories" {...interfaceAttributes}>
        <AppLink to={topicPath(topic.slug)}>
          {markName(topic.name, (name) => articleStrings.latestIn({ topic: name }))}
        </AppLink>
      </h2>
      <div ref={list} className="latest-list">
        {isNear && (
          <ErrorBoundary fallback={null}>
            <latestList.View topic={topic.slug} article={article} />
          </ErrorBoundary>
        )}
      </div>
    </section>
  );
}
