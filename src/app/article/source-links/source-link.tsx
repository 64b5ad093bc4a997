import { strings } from '../../i18n/strings.ts';
import type { StoryLink } from './story-links.ts';

interface SourceLinkProps {
  link: StoryLink;
  title: string;
  isTabStop: boolean;
  isHydrated: boolean;
}

/** A link to the source of a story. Its text is the host. */
export function SourceLink({ link, title, isTabStop, isHydrated }: SourceLinkProps) {
  return (
    <a
      className="source-link"
      href={link.url}
      // In the HTML the heading of the card gives the context: the label would have each title twice.
      aria-label={isHydrated ? strings.readAt({ title, host: link.host }) : undefined}
      tabIndex={isTabStop ? undefined : -1}
    >
      {link.host}
    </a>
  );
}
