import { strings } from '../../i18n/strings.ts';
import { Icon } from '../../ui/icon.tsx';
import type { StoryLink } from './story-links.ts';

interface SourceLinkProps {
  link: StoryLink;
  title: string;
  className?: string;
}

/** A link to the source of a story. Its text is the host. */
export function SourceLink({ link, title, className = 'source-link' }: SourceLinkProps) {
  return (
    <a className={className} href={link.url}>
      <span className="sr-only">{strings.readAt(title)} </span>
      <span className="host">
        <bdi dir="ltr">{link.host}</bdi>
      </span>
      <Icon name="out" />
    </a>
  );
}
