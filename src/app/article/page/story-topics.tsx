import { topicPath } from '../../../model/permalinks.ts';
import type { Topic } from '../../../model/topic.ts';
import { strings } from '../../i18n/strings.ts';
import { AppLink } from '../../navigation/app-link.tsx';

/** The topics of a story, as links to their pages. */
export function StoryTopics({ topics }: { topics: Topic[] }) {
  if (topics.length === 0) return null;
  return (
    <nav className="story-topics" aria-labelledby="story-topics">
      <h2 id="story-topics">{strings.topicsOfStory}</h2>
      <ul>
        {topics.map(({ slug, name }) => (
          <li key={slug}>
            <AppLink to={topicPath(slug)} className="chip">
              {name}
            </AppLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
