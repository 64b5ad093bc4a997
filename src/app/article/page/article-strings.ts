import type { StringTable } from '../../i18n/string-table.ts';

/** Strings of the article page. */
export const articleStrings = {
  by: 'By',
  published: 'Published',
  updated: 'Updated',
  singleSource: 'Only one source so far.',
  relatedStories: 'Related stories',
  topicsOfStory: 'Topics of this story',
  backTo: (collection: string) => `Back to ${collection}`,
  readAt: (host: string) => `Read at ${host}`,
  nearestStories: 'More on these topics',
  latestIn: (topic: string) => `Latest in ${topic}`,
  moreStories: (count: number) => (count === 1 ? '1 more story' : `${count} more stories`),
  contentFile: 'Content file',
  at: 'at',
} satisfies StringTable;
