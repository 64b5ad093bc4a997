import type { StringTable } from '../../i18n/string-table.ts';

export const newStoriesStrings = {
  newStories: (count: number, shown: string) => (count === 1 ? '1 new story' : `${shown} new stories`),
} satisfies StringTable;
