import type { StringTable } from '../../../i18n/string-table.ts';

/** Strings of the newest stories of a topic. */
export const latestStrings = {
  noOthers: 'This page has all stories on this topic.',
} satisfies StringTable;
