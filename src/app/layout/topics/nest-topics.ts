import type { TopicLabel } from '../../../model/topic.ts';

/** A top-level topic with all topics below it. */
export interface NestedTopic<T extends TopicLabel> {
  topic: T;
  children: T[];
}

/** Nests topics under their top-level topics. A topic whose parent is not in the list is a top-level topic. */
export function nestTopics<T extends TopicLabel>(topics: T[]): NestedTopic<T>[] {
  const listed = new Set(topics.map(({ slug }) => slug));
  const isTopLevel = ({ parent }: TopicLabel): boolean => parent === undefined || !listed.has(parent);
  return topics.filter(isTopLevel).map((topic) => ({ topic, children: descendants(topic, topics) }));
}

function descendants<T extends TopicLabel>(topic: T, topics: T[]): T[] {
  return topics
    .filter(({ parent }) => parent === topic.slug)
    .flatMap((child) => [child, ...descendants(child, topics)]);
}
