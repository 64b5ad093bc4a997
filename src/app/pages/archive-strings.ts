import type { StringTable } from '../i18n/string-table.ts';

/** Strings of the archive pages. */
export const archiveStrings = {
  title: (collection: string, page: number) => `${collection}, archive page ${page}`,
  nav: 'Archive pages',
  newest: 'Newest stories',
  endsAtPage: (page: string) => `The archive ends at page ${page}.`,
  none: 'There is no archive yet.',
  pastTheEnd: 'The address has a page after that.',
  goToPage: (page: string) => `Go to page ${page}`,
} satisfies StringTable;
