import type { Summary } from '../../../model/article.ts';
import { interfaceAttributes } from '../../i18n/locale.ts';
import { isFeedRedirect } from './feed-redirect.ts';
import { LinkFallback } from './link-fallback.tsx';
import { SourceLinkRow } from './source-link-row.tsx';
import { sourceLinkStrings } from './source-link-strings.ts';
import { type StoryLink, selectLink, usePreferredLinkKind } from './story-links.ts';

interface SourceLinksProps {
  article: Summary;
  links: StoryLink[];
}

/** The source links of an article page. The preferred one is emphasised. */
export function SourceLinks({ article, links }: SourceLinksProps) {
  const chosen = selectLink(links, usePreferredLinkKind());
  if (!chosen) return null;
  return (
    <nav className="source-links" aria-labelledby="source-links" {...interfaceAttributes}>
      <p id="source-links">{sourceLinkStrings.whereToRead}</p>
      <LinkFallback article={article} links={links} />
      <ul className="source-link-list">
        {links.map((link) => (
          <li key={link.kind} data-chosen={link === chosen || undefined}>
            <SourceLinkRow
              name={(link === chosen ? sourceLinkStrings.readOn : sourceLinkStrings.links)[link.kind]}
              url={link.url}
              host={link.host}
              isRedirect={link.kind === 'origin' && isFeedRedirect(link.url)}
            />
          </li>
        ))}
      </ul>
    </nav>
  );
}
