import { interfaceAttributes } from '../../i18n/locale.ts';
import { strings } from '../../i18n/strings.ts';
import { type StoryLink, selectLink, usePreferredLinkKind } from '../source-links/story-links.ts';
import { articleStrings } from './article-strings.ts';
import { BackLink } from './back-link.tsx';

interface ArticleBarProps {
  links: StoryLink[];
}

/** The bottom bar of an article page on phones: the back link and the source link. An article without one has no bar. */
export function ArticleBar({ links }: ArticleBarProps) {
  const link = selectLink(links, usePreferredLinkKind());
  if (!link) return null;
  return (
    <nav className="bottom-bar article-bar" aria-label={strings.tools} {...interfaceAttributes}>
      <BackLink isIconOnly />
      <a className="button-primary" href={link.url}>
        {articleStrings.readAt({ host: link.host })}
      </a>
    </nav>
  );
}
