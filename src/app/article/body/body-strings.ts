import type { StringTable } from '../../i18n/string-table.ts';

/** Strings of an article's body. */
export const bodyStrings = {
  footnotes: 'Footnotes',
  footnote: (number: string) => `Footnote ${number}`,
  backToText: 'Back to the text',
  taskDone: 'Done',
  taskOpen: 'Not done',
} satisfies StringTable;
