import type { Summary } from '../../../model/article.ts';
import { strings } from '../../i18n/strings.ts';
import { isFeedRedirect } from './feed-redirect.ts';
import { NotLoading } from './link-fallback.tsx';
import { WayRow } from './source-link-row.tsx';
import { preferLink, type StoryLink, usePreferredLink } from './story-links.ts';

interface WaysOutProps {
  article: Summary;
  links: StoryLink[];
}

/** Where an article can be read: every address it has, the reader's preferred one first in weight. */
export function WaysOut({ article, links }: WaysOutProps) {
  const chosen = preferLink(links, usePreferredLink());
  if (!chosen) return null;
  return (
    <nav className="ways" aria-label={strings.whereToRead}>
      <p aria-hidden="true">{strings.whereToRead}</p>
      <NotLoading article={article} links={links} />
      <ul className="ways-out">
        {links.map((link) => (
          <li key={link.kind} data-chosen={link === chosen || undefined}>
            <WayRow
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
