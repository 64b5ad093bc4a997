import type { Article, RelatedStory } from '../../../../model/article.ts';
import { interfaceAttributes } from '../../../i18n/locale.ts';
import { ErrorBoundary } from '../../../states/error-boundary.tsx';
import { articleStrings } from '../article-strings.ts';
import { RelatedCard } from './related-card.tsx';

/** More stories than this are behind a disclosure. */
const MAX_SHOWN = 6;

/**
 * The related stories of an article's file, those with a page on this site first. If it has none: those nearest by
 * topic.
 */
export function RelatedStories({
  article: { related, nearest = [] },
}: {
  article: Pick<Article, 'related' | 'nearest'>;
}) {
  const hasRelated = related.length > 0;
  const stories = localFirst(hasRelated ? related : nearest);
  if (stories.length === 0) return null;
  const rest = stories.slice(MAX_SHOWN);
  return (
    <section aria-labelledby="related-stories" className="related">
      <h2 id="related-stories" {...interfaceAttributes}>
        {hasRelated ? articleStrings.relatedStories : articleStrings.nearestStories}
      </h2>
      <RelatedList stories={stories.slice(0, MAX_SHOWN)} first={0} />
      {rest.length > 0 && (
        <details>
          <summary {...interfaceAttributes}>{articleStrings.moreStories({ count: rest.length })}</summary>
          <RelatedList stories={rest} first={MAX_SHOWN} />
        </details>
      )}
    </section>
  );
}

interface RelatedListProps {
  stories: RelatedStory[];
  /** The number of the first story. */
  first: number;
}

function RelatedList({ stories, first }: RelatedListProps) {
  return (
    <ul>
      {stories.map((story, index) => (
        <ErrorBoundary key={index} fallback={null}>
          <RelatedCard story={story} id={`r${first + index}`} />
        </ErrorBoundary>
      ))}
    </ul>
  );
}

const localFirst = (stories: RelatedStory[]): RelatedStory[] => [
  ...stories.filter(({ slug }) => slug),
  ...stories.filter(({ slug }) => !slug),
];
