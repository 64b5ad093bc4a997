import type { StringTable } from '../i18n/string-table.ts';

/** Strings of the page for addresses that are not pre-rendered. */
export const spaFallbackStrings = {
  title: 'This page needs JavaScript.',
  help: 'The front page, the topics and most stories work without it.',
} satisfies StringTable;
