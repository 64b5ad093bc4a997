import type { StringTable } from '../../i18n/string-table.ts';

/** Strings of the note after an action. */
export const undoStrings = {
  undo: 'Undo',
  undone: 'Undone.',
  unstored: 'This browser does not store data for this site. What you do here lasts until you close the page.',
  newer: 'A newer version of this site has stored your data. Reload the page to use it. Until then nothing is stored.',
} satisfies StringTable;
