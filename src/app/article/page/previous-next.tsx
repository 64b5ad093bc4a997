import { articlePath } from '../../../model/permalinks.ts';
import { AppLink } from '../../navigation/app-link.tsx';
import type { ListedStory } from '../../navigation/last-collection.ts';
import { useLastCollection } from '../../navigation/use-last-collection.ts';
import { articleStrings } from './article-strings.ts';

/**
 * Links to the previous and the next story of the collection that the reader comes from. They are known only after
 * hydration, so CSS reserves the space.
 */
export function PreviousNext({ slug }: { slug: string }) {
  const { stories = [] } = useLastCollection() ?? {};
  const index = stories.findIndex((story) => story.slug === slug);
  return (
    <div className="previous-next needs-script">{index >= 0 && stories.length > 1 && renderLinks(stories, index)}</div>
  );
}

function renderLinks(stories: ListedStory[], index: number) {
  const [previous, next] = [stories[index - 1], stories[index + 1]];
  return (
    <nav className="text-[.8125rem] text-ink-3" aria-label={articleStrings.previousNext}>
      {previous && (
        <AppLink to={articlePath(previous.slug)} rel="prev">
          {articleStrings.previous} <b dir="auto">{previous.title}</b>
        </AppLink>
      )}
      {next && (
        <AppLink to={articlePath(next.slug)} rel="next">
          {articleStrings.next} <b dir="auto">{next.title}</b>
        </AppLink>
      )}
    </nav>
  );
}
