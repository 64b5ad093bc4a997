import type { StringTable } from '../i18n/string-table.ts';

/** Strings of the archive pages. */
export const archiveStrings = {
  title: (collection: string, page: number) => `${collection}, archive page ${page}`,
  nav: 'Archive pages',
  newest: 'Newest stories',
} satisfies StringTable;
