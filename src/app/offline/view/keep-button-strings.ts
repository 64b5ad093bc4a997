import type { StringTable } from '../../i18n/string-table.ts';

/** Strings of the button that opens the sheet, which loads earlier. */
export const keepButtonStrings = {
  title: 'Keep for offline',
  days: 'The last 7 days',
} satisfies StringTable;
