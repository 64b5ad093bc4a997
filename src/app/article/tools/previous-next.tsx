import { articlePath } from '../../../model/addresses/permalinks.ts';
import { useSite } from '../../data/site-context.ts';
import { languageAttributes } from '../../i18n/language-attributes.ts';
import { contentAttributes, interfaceAttributes } from '../../i18n/locale.ts';
import { AppLink } from '../../navigation/app-link.tsx';
import type { ListedStory } from '../../navigation/last-collection.ts';
import { toolsStrings as words } from './text/tools-strings.ts';

interface PreviousNextProps {
  slug: string;
  /** The stories of that collection. */
  stories: ListedStory[] | undefined;
}

/** Links to the previous and the next story of the collection that the reader comes from. CSS reserves the space. */
export function PreviousNext({ slug, stories = [] }: PreviousNextProps) {
  const index = stories.findIndex((story) => story.slug === slug);
  if (index < 0 || stories.length < 2) return null;
  const [previous, next] = [stories[index - 1], stories[index + 1]];
  return (
    <nav className="text-[.8125rem] text-ink-3" aria-label={words.previousNext} {...interfaceAttributes}>
      {previous && (
        <AppLink to={articlePath(previous.slug)} rel="prev">
          {words.previous} <Title story={previous} />
        </AppLink>
      )}
      {next && (
        <AppLink to={articlePath(next.slug)} rel="next">
          {words.next} <Title story={next} />
        </AppLink>
      )}
    </nav>
  );
}

function Title({ story: { title, lang } }: { story: ListedStory }) {
  const { site } = useSite();
  return (
    <b dir="auto" {...contentAttributes} {...languageAttributes(lang, site)}>
      {title}
    </b>
  );
}
