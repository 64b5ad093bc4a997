import type { Story } from '../../../model/story.ts';
import { WayOut } from '../source-links/source-link.tsx';
import { LinkChoice } from '../source-links/source-link-menu.tsx';
import { type LinkKind, preferLink, storyLinks } from '../source-links/story-links.ts';

interface StoryFootProps {
  story: Story;
  /** Which address the reader wants to read at. */
  preferred: LinkKind;
}

/** The end of a card: the way out, and a choice of addresses where there is one. */
export function StoryFoot({ story, preferred }: StoryFootProps) {
  const links = storyLinks(story);
  const chosen = preferLink(links, preferred);
  return (
    <div className="foot">
      {chosen && <WayOut link={chosen} title={story.title} />}{' '}
      {chosen && links.length > 1 && <LinkChoice links={links} chosen={chosen} title={story.title} />}
    </div>
  );
}
