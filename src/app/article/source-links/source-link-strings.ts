import type { StringTable } from '../../i18n/string-table.ts';

/** Strings of the source links on an article page. */
export const sourceLinkStrings = {
  via: 'via',
  notLoading: 'Not loading?',
  notLoadingHelp: 'The page may have moved. These links may still work:',
  archivedCopy: 'Archived copy',
} satisfies StringTable;
