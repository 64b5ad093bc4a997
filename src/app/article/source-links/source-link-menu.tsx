import { strings } from '../../i18n/strings.ts';
import { Icon } from '../../ui/icon.tsx';
import type { StoryLink } from './story-links.ts';

interface SourceLinkMenuProps {
  links: StoryLink[];
  /** The link that is shown beside the menu. */
  chosen: StoryLink;
  title: string;
}

/** All links of a story. A `<details>` element, so it works without JavaScript. */
export function SourceLinkMenu({ links, chosen, title }: SourceLinkMenuProps) {
  return (
    <details className="source-link-menu" name="source-link-menu">
      <summary>
        <span aria-hidden="true">{strings.linksShort[chosen.kind]}</span>{' '}
        <span className="sr-only">{strings.otherLinks(title, strings.links[chosen.kind])}</span>
        <Icon name="down" />
      </summary>
      <ul>
        {links.map((link) => (
          <li key={link.kind} data-chosen={link === chosen || undefined}>
            <a href={link.url}>
              <span>{strings.links[link.kind]}</span> <bdi dir="ltr">{link.host}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
