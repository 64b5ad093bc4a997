import type { StringTable } from '../i18n/string-table.ts';

/** Strings of archive pages. */
export const archiveStrings = {
  newest: 'Newest stories',
  nav: 'Archive pages',
  page: (collection: string, page: number) => `${collection}, archive page ${page}`,
} satisfies StringTable;
