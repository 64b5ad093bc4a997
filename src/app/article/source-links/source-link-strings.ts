import type { StringTable } from '../../i18n/string-table.ts';

/** Strings of the source links on an article page. */
export const sourceLinkStrings = {
  links: {
    origin: 'Original',
    amp: 'Publisher’s AMP page',
    ampCache: 'AMP cache',
  },
  linksShort: {
    origin: 'Original',
    amp: 'AMP page',
    ampCache: 'AMP cache',
  },
  whereToRead: 'Where to read it',
  readOn: {
    origin: 'Read the original',
    amp: 'Read the publisher’s AMP page',
    ampCache: 'Read in the AMP cache',
  },
  via: 'via',
  notLoading: 'Not loading?',
  notLoadingHelp: 'The page may have moved. These links may still work:',
  archivedCopy: 'Archived copy',
} satisfies StringTable;
