import type { Story } from '../../../model/story.ts';
import { SourceLink } from '../source-links/source-link.tsx';
import { type LinkKind, selectLink, storyLinks } from '../source-links/story-links.ts';

interface CardFooterProps {
  story: Story;
  /** The kind of link that the reader prefers. */
  preferred: LinkKind;
  /** Whether the menu of the card has the link too, so that Tab need not stop at it. */
  isInMenu: boolean;
  isHydrated: boolean;
}

/** The source link of a card. Its other links are in its menu. */
export function CardFooter({ story, preferred, isInMenu, isHydrated }: CardFooterProps) {
  const link = selectLink(storyLinks(story), preferred);
  return link && <SourceLink link={link} title={story.title} isTabStop={!isInMenu} isHydrated={isHydrated} />;
}
