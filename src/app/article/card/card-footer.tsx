import type { Story } from '../../../model/story.ts';
import { SourceLink } from '../source-links/source-link.tsx';
import { SourceLinkMenu } from '../source-links/source-link-menu.tsx';
import { type LinkKind, preferLink, storyLinks } from '../source-links/story-links.ts';

interface CardFooterProps {
  story: Story;
  /** Which address the reader wants to read at. */
  preferred: LinkKind;
}

/** The end of a card: the way out, and a choice of addresses where there is one. */
export function CardFooter({ story, preferred }: CardFooterProps) {
  const links = storyLinks(story);
  const chosen = preferLink(links, preferred);
  return (
    <div className="card-footer">
      {chosen && <SourceLink link={chosen} title={story.title} />}{' '}
      {chosen && links.length > 1 && <SourceLinkMenu links={links} chosen={chosen} title={story.title} />}
    </div>
  );
}
