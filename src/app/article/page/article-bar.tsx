import { strings } from '../../i18n/strings.ts';
import { type StoryLink, selectLink, usePreferredLinkKind } from '../source-links/story-links.ts';
import { BackLink } from './back-link.tsx';

interface ArticleBarProps {
  links: StoryLink[];
  title: string;
}

/** The bottom bar of an article page on phones: the back link and the source link. */
export function ArticleBar({ links, title }: ArticleBarProps) {
  const link = selectLink(links, usePreferredLinkKind());
  return (
    <nav className="bottom-bar article-bar" aria-label={strings.tools}>
      <BackLink isIconOnly />
      {link && (
        <a className="button-primary" href={link.url} aria-label={strings.readAt(title, link.host)}>
          {link.host}
        </a>
      )}
    </nav>
  );
}
