import { strings } from '../../i18n/strings.ts';
import type { StoryLink } from './story-links.ts';

interface SourceLinkProps {
  link: StoryLink;
  title: string;
  isTabStop: boolean;
}

/** A link to the source of a story. Its text is the host. */
export function SourceLink({ link, title, isTabStop }: SourceLinkProps) {
  return (
    <a
      className="source-link"
      href={link.url}
      aria-label={strings.readAt(title, link.host)}
      tabIndex={isTabStop ? undefined : -1}
    >
      {link.host}
    </a>
  );
}
