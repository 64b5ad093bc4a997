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
  return topics.filter(isTopLevel).map((topic) => ({ topic, children: descendants(topic.slug, topics) }));
}

/** The topics below a topic, in depth-first order. */
export function descendants<T extends TopicLabel>(slug: string, topics: T[]): T[] {
  return topics.filter(({ parent }) => parent === slug).flatMap((child) => [child, ...descendants(child.slug, topics)]);
}
