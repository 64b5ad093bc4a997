import { topicPath } from '../../../model/addresses/permalinks.ts';
import type { Topic } from '../../../model/topic.ts';
import { interfaceAttributes } from '../../i18n/locale.ts';
import { AppLink } from '../../navigation/app-link.tsx';
import { articleStrings } from './article-strings.ts';

/** The topics of a story, as links to their pages. */
export function StoryTopics({ topics }: { topics: Topic[] }) {
  if (topics.length === 0) return null;
  return (
    <nav className="story-topics" aria-labelledby="story-topics">
      <h2 id="story-topics" {...interfaceAttributes}>
        {articleStrings.topicsOfStory}
      </h2>
      <ul>
        {topics.map(({ slug, name }) => (
          <li key={slug}>
            <AppLink to={topicPath(slug)}>{name}</AppLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
