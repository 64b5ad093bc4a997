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

/** Followed topics first. The style rules for the first paint (`reader/store/write-record.ts`) give the same order. */
export const followedFirst = <T extends TopicLabel>(
  nested: NestedTopic<T>[],
  followed: ReadonlyMap<string, unknown>,
): NestedTopic<T>[] => {
  const rank = ({ topic }: NestedTopic<T>): number => Number(!followed.has(topic.slug));
  return nested.toSorted((a, b) => rank(a) - rank(b));
};
