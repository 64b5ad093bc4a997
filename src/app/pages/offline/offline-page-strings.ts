import type { StringTable } from '../../i18n/string-table.ts';

/** Strings for what can be read without a connection. */
export const offlinePageStrings = {
  keptLists: 'Lists on this device',
  keptStories: 'Stories on this device',
} satisfies StringTable;
