import type { Summary } from '../../../model/article.ts';
import { topicPath } from '../../../model/permalinks.ts';
import type { Topic, TopicLabel } from '../../../model/topic.ts';
import { useSite } from '../../data/site-context.ts';
import { strings } from '../../i18n/strings.ts';
import { AppLink } from '../../navigation/app-link.tsx';
import { Icon } from '../../ui/icon.tsx';

interface KickerProps {
  article: Summary;
  /** The slug of the topic, on a topic page. The kicker does not repeat it. */
  pageTopic?: string | undefined;
}

/** The line above a headline: the most specific topic of an article, and marks for a video or a draft. */
export function Kicker({ article, pageTopic }: KickerProps) {
  const { topics } = useSite();
  const others = article.topics.filter(({ slug }) => slug !== pageTopic);
  const topic = selectKickerTopic(others, topics);
  const hue = topics.find(({ slug }) => slug === topic?.slug)?.hue;
  return (
    <p className="kicker">
      {topic && (
        <AppLink to={topicPath(topic.slug)} data-hue={hue} dir="auto">
          {topic.name}
        </AppLink>
      )}
      {article.hasVideo && (
        <span className="tag">
          <Icon name="play" />
          {strings.video}
        </span>
      )}
      {article.isDraft && <span className="badge">{strings.draft}</span>}
    </p>
  );
}

/** The first topic that is neither on nearly every article nor the parent of another topic of the article. */
export function selectKickerTopic(topics: Topic[], entries: TopicLabel[]): Topic | undefined {
  const known = new Map(entries.map((entry) => [entry.slug, entry]));
  const parents = new Set(topics.map(({ slug }) => known.get(slug)?.parent));
  const specific = topics.filter(({ slug }) => !known.get(slug)?.isCommon);
  return specific.find(({ slug }) => !parents.has(slug)) ?? specific[0] ?? topics[0];
}
