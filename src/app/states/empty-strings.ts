import type { StringTable } from '../i18n/string-table.ts';

/** Strings for collections without stories. */
export const emptyStrings = {
  all: 'No stories yet.',
  allHelp: 'This edition has no articles. Put a content file into the content folder and build again.',
  draftsHelp: (count: number) =>
    `${count === 1 ? 'The only file is a draft' : `All ${count} files are drafts`}. Set UNPUBLISHED=show, or unpublished: show in site.yaml, to include drafts.`,
  collection: 'No stories here.',
  collectionHelp: 'No story in this edition has this label.',
} satisfies StringTable;
