import type { Story } from '../../../model/story.ts';
import { SourceLink } from '../source-links/source-link.tsx';
import { SourceLinkMenu } from '../source-links/source-link-menu.tsx';
import { type LinkKind, selectLink, storyLinks } from '../source-links/story-links.ts';

interface CardFooterProps {
  story: Story;
  /** The kind of link that the reader prefers. */
  preferred: LinkKind;
  isHydrated: boolean;
}

/** The source link of a card, and a menu of the others if the story has several. */
export function CardFooter({ story, preferred, isHydrated }: CardFooterProps) {
  const links = storyLinks(story);
  const chosen = selectLink(links, preferred);
  if (!chosen) return null;
  const link = <SourceLink link={chosen} title={story.title} />;
  if (links.length === 1) return link;
  return (
    <div className="card-footer">
      {link} <SourceLinkMenu links={links} chosen={chosen} title={story.title} isHydrated={isHydrated} />
    </div>
  );
}
