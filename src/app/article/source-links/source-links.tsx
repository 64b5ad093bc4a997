import type { Summary } from '../../../model/article.ts';
import { strings } from '../../i18n/strings.ts';
import { isFeedRedirect } from './feed-redirect.ts';
import { LinkFallback } from './link-fallback.tsx';
import { SourceLinkRow } from './source-link-row.tsx';
import { preferLink, type StoryLink, usePreferredLink } from './story-links.ts';

interface SourceLinksProps {
  article: Summary;
  links: StoryLink[];
}

/** Where an article can be read: every address it has, the reader's preferred one first in weight. */
export function SourceLinks({ article, links }: SourceLinksProps) {
  const chosen = preferLink(links, usePreferredLink());
  if (!chosen) return null;
  return (
    <nav className="source-links" aria-label={strings.whereToRead}>
      <p aria-hidden="true">{strings.whereToRead}</p>
      <LinkFallback article={article} links={links} />
      <ul className="source-link-list">
        {links.map((link) => (
          <li key={link.kind} data-chosen={link === chosen || undefined}>
            <SourceLinkRow
              name={(link === chosen ? strings.readOn : strings.links)[link.kind]}
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
