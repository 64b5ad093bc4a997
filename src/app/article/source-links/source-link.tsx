import { strings } from '../../i18n/strings.ts';
import type { StoryLink } from './story-links.ts';

interface SourceLinkProps {
  link: StoryLink;
  title: string;
}

/** A link to the source of a story. Its text is the host. */
export function SourceLink({ link, title }: SourceLinkProps) {
  return (
    <a className="source-link" href={link.url} aria-label={strings.readAt(title, link.host)}>
      {link.host}
    </a>
  );
}
