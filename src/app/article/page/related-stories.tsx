import type { Article, RelatedStory } from '../../../model/article.ts';
import { strings } from '../../i18n/strings.ts';
import { ErrorBoundary } from '../../states/error-boundary.tsx';
import { articleStrings } from './article-strings.ts';
import { RelatedCard } from './related-card.tsx';

/** Related stories shown at once; the others are behind a disclosure. */
const SHOWN = 6;

/** The stories that an article's file names, ours first; where it names none, those nearest by topic. */
export function RelatedStories({
  article: { related, nearest = [] },
}: {
  article: Pick<Article, 'related' | 'nearest'>;
}) {
  const isNamed = related.length > 0;
  const stories = oursFirst(isNamed ? related : nearest);
  if (stories.length === 0) return null;
  const rest = stories.slice(SHOWN);
  return (
    <section aria-labelledby="related-stories" className="related">
      <h2 id="related-stories">{isNamed ? strings.relatedStories : articleStrings.nearestStories}</h2>
      <RelatedList stories={stories.slice(0, SHOWN)} />
      {rest.length > 0 && (
        <details>
          <summary>{articleStrings.moreStories(rest.length)}</summary>
          <RelatedList stories={rest} />
        </details>
      )}
    </section>
  );
}

function RelatedList({ stories }: { stories: RelatedStory[] }) {
  return (
    <ul>
      {stories.map((story, index) => (
        <ErrorBoundary key={index} fallback={null}>
          <li>
            <RelatedCard story={story} />
          </li>
        </ErrorBoundary>
      ))}
    </ul>
  );
}

const oursFirst = (stories: RelatedStory[]): RelatedStory[] => [
  ...stories.filter(({ slug }) => slug),
  ...stories.filter(({ slug }) => !slug),
];
