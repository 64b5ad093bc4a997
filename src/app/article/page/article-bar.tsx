import { strings } from '../../i18n/strings.ts';
import { SourceLink } from '../source-links/source-link.tsx';
import { preferLink, type StoryLink, usePreferredLink } from '../source-links/story-links.ts';
import { BackLink } from './back-link.tsx';

interface ArticleBarProps {
  links: StoryLink[];
  title: string;
}

/** On phones, in place of the bottom bar: the way back and the way out, where the thumb is. */
export function ArticleBar({ links, title }: ArticleBarProps) {
  const link = preferLink(links, usePreferredLink());
  return (
    <nav className="bottom-bar article-bar" aria-label={strings.tools}>
      <BackLink isIconOnly />
      {link && <SourceLink link={link} title={title} className="button button-primary" />}
    </nav>
  );
}
