import { createContext } from 'react';
import { topicPath } from '../../../model/addresses/permalinks.ts';
import type { Summary } from '../../../model/article.ts';
import type { Topic, TopicLabel } from '../../../model/topic.ts';
import { useSite } from '../../data/site-context.ts';
import { interfaceAttributes } from '../../i18n/locale.ts';
import { strings } from '../../i18n/strings.ts';
import { AppLink } from '../../navigation/app-link.tsx';

interface KickerProps {
  article: Summary;
  /** The slug of the topic, on a topic page. */
  pageTopic?: string | undefined;
}

/** The line above a headline: one topic of an article, and marks for a video, a draft or a scheduled article. */
export function Kicker({ article: { topics, hasVideo, isDraft, isScheduled }, pageTopic }: KickerProps) {
  const site = useSite();
  const topic = selectKickerTopic(topics, site.topics, pageTopic);
  return (
    <KickerLine
      topic={topic}
      isPageTopic={topic?.slug === pageTopic}
      hasVideo={hasVideo}
      isDraft={isDraft}
      isScheduled={isScheduled}
    />
  );
}

/** What a card shows in place of its kicker. The build renders kickers apart, because cards differ most in them. */
export const KickerPlaceholder = createContext<string | undefined>(undefined);

export interface KickerLineProps {
  hasVideo: boolean | undefined;
  isDraft: boolean | undefined;
  isScheduled: boolean | undefined;
  topic: Topic | undefined;
  /** Whether the page is that of the topic, so that the topic is not a link. */
  isPageTopic: boolean;
}

export function KickerLine({ topic, isPageTopic, hasVideo, isDraft, isScheduled }: KickerLineProps) {
  const { topics } = useSite();
  const hue = topic && labelsBySlug(topics).get(topic.slug)?.hue;
  return (
    <p className="kicker">
      {topic &&
        (isPageTopic ? (
          <span data-hue={hue}>{topic.name}</span>
        ) : (
          <AppLink to={topicPath(topic.slug)} data-hue={hue}>
            {topic.name}
          </AppLink>
        ))}
      {hasVideo && (
        <span className="tag" {...interfaceAttributes}>
          {strings.video}
        </span>
      )}
      {isDraft && (
        <span className="badge" {...interfaceAttributes}>
          {strings.draft}
        </span>
      )}
      {isScheduled && (
        <span className="badge" {...interfaceAttributes}>
          {strings.scheduled}
        </span>
      )}
    </p>
  );
}

/**
 * Selects the topic that the kicker of an article shows: its most specific topic. On the page of a topic it is the reason
 * why the article is listed there: a subtopic of that topic, else the topic itself. `labels` are the topics whose parents
 * are known.
 */
export function selectKickerTopic(
  topics: readonly Topic[],
  labels: readonly TopicLabel[],
  pageTopic?: string,
): Topic | undefined {
  const known = labelsBySlug(labels);
  if (pageTopic !== undefined) {
    const below = topics.filter(({ slug }) => isBelow(slug, pageTopic, known));
    const own = topics.find(({ slug }) => slug === pageTopic);
    if (below.length > 0 || own) return selectSpecific(below, known) ?? own;
  }
  return selectSpecific(topics, known);
}

/** The same labels are used for all cards of a page. */
const labelMaps = new WeakMap<readonly TopicLabel[], ReadonlyMap<string, TopicLabel>>();

function labelsBySlug(labels: readonly TopicLabel[]): ReadonlyMap<string, TopicLabel> {
  const bySlug = labelMaps.get(labels) ?? new Map(labels.map((label) => [label.slug, label]));
  labelMaps.set(labels, bySlug);
  return bySlug;
}

/** The first topic that is neither on nearly every article nor the parent of another topic. */
function selectSpecific(topics: readonly Topic[], known: ReadonlyMap<string, TopicLabel>): Topic | undefined {
  const parents = new Set(topics.map(({ slug }) => known.get(slug)?.parent));
  const specific = topics.filter(({ slug }) => !known.get(slug)?.isCommon);
  return specific.find(({ slug }) => !parents.has(slug)) ?? specific[0] ?? topics[0];
}

/** Whether a topic is below another one. The pipeline removes parents that would form a circle. */
function isBelow(slug: string, other: string, known: ReadonlyMap<string, TopicLabel>): boolean {
  const parent = known.get(slug)?.parent;
  return parent !== undefined && (parent === other || isBelow(parent, other, known));
}
