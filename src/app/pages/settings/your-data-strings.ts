import type { StringTable } from '../../i18n/string-table.ts';

/** Strings for what the reader owns, on the settings page. */
export const yourDataStrings = {
  title: 'Your data',
  pages: { saved: 'Saved stories', following: 'Following', hidden: 'Hidden stories' },
  stored: 'What you save, mark, hide and choose stays in this browser. This site sends none of it anywhere.',
  unstored:
    'This browser does not store data for this site: what you save, mark, hide and choose lasts until you close the page.',
  newer: 'A newer version of this site has stored your data. Reload the page to use it. Until then nothing is stored.',
  persistent: 'The browser has agreed to keep it.',
  notPersistent: 'The browser may remove it when the device runs out of space. An export is a copy that you keep.',
  export: 'Export everything',
  import: 'Import…',
  forget: 'Forget everything here',
  savedStories: (count: string) => `Your saved stories (${count}) as`,
  savedAs: { markdown: 'Markdown', bookmarks: 'Bookmarks', 'front-matter': 'Content files' },
  nothingSaved: 'You have no saved stories to export.',
  chooseFile: 'A file from an export',
  faults: {
    large: 'This file is larger than 20 MB. An export of this site is smaller.',
    unreadable: 'This file is cut or damaged. Nothing was changed.',
    foreign: 'This file is not an export of this site. Nothing was changed.',
    newer: 'This file is from a newer version of this site. Nothing was changed.',
  },
  fileHas: (parts: string) => `The file has ${parts}.`,
  fileIsEmpty: 'The file has no entries.',
  parts: {
    saved: (count: number, shown: string) => (count === 1 ? '1 saved story' : `${shown} saved stories`),
    read: (count: number, shown: string) => (count === 1 ? '1 read mark' : `${shown} read marks`),
    hidden: (count: number, shown: string) => (count === 1 ? '1 hidden item' : `${shown} hidden items`),
    followed: (count: number, shown: string) => (count === 1 ? '1 followed topic' : `${shown} followed topics`),
    settings: (count: number, shown: string) => (count === 1 ? '1 setting' : `${shown} settings`),
  },
  dropped: (count: string) => `${count} entries are not valid and are left out.`,
  merge: 'Add what is missing here',
  mergeNote: 'Adding keeps all that you have here, settings too.',
  replace: 'Replace everything here',
  replaceNote: 'Replacing removes what you have here and is not in the file. You can undo both for 10 seconds.',
  cancel: 'Cancel',
  imported: 'Imported.',
  failed: 'The file could not be written. Try again.',
} satisfies StringTable;
