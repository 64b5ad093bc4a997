import type { StringTable } from '../../i18n/string-table.ts';

export const searchFormStrings = {
  label: 'Search stories',
  submit: 'Search',
} satisfies StringTable;
