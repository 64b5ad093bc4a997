import type { Topic } from '../../../../model/topic.ts';
import { markName } from '../../../i18n/fill-elements.tsx';
import { toggleFollowed } from '../../../reader/actions/reader-actions.ts';
import { useReader } from '../../../reader/state/use-reader.ts';
import { toolsStrings as words } from '../text/tools-strings.ts';

interface FollowItemProps {
  topic: Topic;
  /** Closes the menu, and then does something. */
  act: (action: () => void) => () => void;
}

/** Follows a topic, or no longer. */
export function FollowItem({ topic: { slug, name }, act }: FollowItemProps) {
  const isFollowed = useReader('followed').has(slug);
  return (
    <button type="button" onClick={act(() => toggleFollowed(slug, name))}>
      {markName(name, (topic) => (isFollowed ? words.unfollow : words.follow)({ topic }))}
    </button>
  );
}
