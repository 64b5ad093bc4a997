import { topicPath } from '../../../model/addresses/permalinks.ts';
import type { TopicLabel } from '../../../model/topic.ts';
import { contentAttributes } from '../../i18n/locale.ts';
import { AppLink } from '../../navigation/app-link.tsx';

interface TopicLinksProps {
  topics: TopicLabel[];
  label?: string;
}

/** A list of links to topics. */
export const TopicLinks = ({ topics, label }: TopicLinksProps) => (
  <ul className="topic-links" aria-label={label} {...contentAttributes}>
    {topics.map(({ slug, name }) => (
      <li key={slug}>
        <AppLink to={topicPath(slug)}>{name}</AppLink>
      </li>
    ))}
  </ul>
);
