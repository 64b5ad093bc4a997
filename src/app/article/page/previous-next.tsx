import { articlePath } from '../../../model/permalinks.ts';
import { AppLink } from '../../navigation/app-link.tsx';
import type { ListedStory } from '../../navigation/last-collection.ts';
import { useLastCollection } from '../../navigation/use-last-collection.ts';
import { articleStrings } from './article-strings.ts';

/**
 * The stories before and after an article in the feed that the reader came from. They are known only once the page has
 * been taken over, so their room is kept for them.
 */
export function PreviousNext({ slug }: { slug: string }) {
  const { stories = [] } = useLastCollection() ?? {};
  const place = stories.findIndex((story) => story.slug === slug);
  return <div className="previous-next needs-script">{place >= 0 && stories.length > 1 && draw(stories, place)}</div>;
}

function draw(stories: ListedStory[], place: number) {
  const [previous, next] = [stories[place - 1], stories[place + 1]];
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
