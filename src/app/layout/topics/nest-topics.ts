import type { TopicLabel } from '../../../model/topic.ts';

/** A top-level topic with those below it. */
export interface NestedTopic<T extends TopicLabel> {
  topic: T;
  children: T[];
}

/** Arranges topics, in reading order, under their parents. A topic whose parent is not listed stands by itself. */
export function nestTopics<T extends TopicLabel>(topics: T[]): NestedTopic<T>[] {
  const listed = new Set(topics.map(({ slug }) => slug));
  const isTop = ({ parent }: TopicLabel): boolean => parent === undefined || !listed.has(parent);
  return topics.filter(isTop).map((topic) => ({ topic, children: descendants(topic, topics) }));
}

function descendants<T extends TopicLabel>(topic: T, topics: T[]): T[] {
  return topics
    .filter(({ parent }) => parent === topic.slug)
    .flatMap((child) => [child, ...descendants(child, topics)]);
}
