import type { Story } from '../../model/story.ts';
import { LinkChoice } from './link-choice.tsx';
import { preferLink, storyLinks, usePreferredLink } from './story-links.ts';
import { WayOut } from './way-out.tsx';

/** The end of a card: the way out, and a choice of addresses where there is one. */
export function StoryFoot({ story }: { story: Story }) {
  const links = storyLinks(story);
  const chosen = preferLink(links, usePreferredLink());
  return (
    <div className="foot">
      {chosen && <WayOut link={chosen} title={story.title} />}{' '}
      {chosen && links.length > 1 && <LinkChoice links={links} chosen={chosen} title={story.title} />}
    </div>
  );
}
