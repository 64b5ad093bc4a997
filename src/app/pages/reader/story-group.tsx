import { ArticleCard } from '../../article/card/article-card.tsx';
import { usePreferredLinkKind } from '../../article/source-links/story-links.ts';
import { useTools } from '../../article/tools/use-tools.ts';
import { interfaceAttributes } from '../../i18n/locale.ts';
import { useReader } from '../../reader/state/use-reader.ts';
import { useCurrentTime } from '../../ui/use-current-time.ts';
import type { StoryGroupData } from './group-saved.ts';
import { ReplacedNote } from './replaced-note.tsx';

/** A group of saved stories under its heading. */
export function StoryGroup({ group: { heading, isTopic, stories } }: { group: StoryGroupData }) {
  const read = useReader('read');
  const saved = useReader('saved');
  const tools = useTools();
  const now = useCurrentTime();
  const preferred = usePreferredLinkKind();
  return (
    <section className="group">
      <h2 className="group-heading">
        <span dir="auto" {...(!isTopic && interfaceAttributes)}>
          {heading}
        </span>
      </h2>
      <ol className="stories" data-whole>
        {stories.map((story) => (
          <li key={story.slug}>
            <ArticleCard
              article={story}
              now={now}
              preferred={preferred}
              isRead={read.has(story.slug)}
              isSaved={saved.has(story.slug)}
              Tools={tools?.CardTools}
            />
            <ReplacedNote story={story} />
          </li>
        ))}
      </ol>
    </section>
  );
}
