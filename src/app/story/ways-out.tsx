import { Icon } from '../layout/icon.tsx';
import { strings } from '../strings.ts';
import { preferLink, type StoryLink, usePreferredLink } from './story-links.ts';

/** Where an article can be read: every address it has, the reader's preferred one first in weight. */
export function WaysOut({ links }: { links: StoryLink[] }) {
  const chosen = preferLink(links, usePreferredLink());
  if (!chosen) return null;
  return (
    <nav className="ways-out" aria-label={strings.whereToRead}>
      <p aria-hidden="true">{strings.whereToRead}</p>
      <ul>
        {links.map((link) => (
          <li key={link.kind} data-chosen={link === chosen || undefined}>
            <a href={link.url}>
              <span>{link === chosen ? strings.readOn[link.kind] : strings.links[link.kind]}</span>{' '}
              <bdi dir="ltr">{link.host}</bdi>
              <Icon name="out" />
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
