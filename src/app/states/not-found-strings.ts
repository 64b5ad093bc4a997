import type { StringTable } from '../i18n/string-table.ts';

/** Strings for what does not exist. */
export const notFoundStrings = {
  page: 'This page does not exist.',
  pageHelp: 'The address may be mistyped, or the story was withdrawn.',
  story: 'This story is not in the paper.',
  storyHelp: 'It may have been withdrawn or moved.',
  withdrawn: 'This story was withdrawn.',
  withdrawnHelp: 'It is no longer in the paper.',
  topic: 'This topic does not exist.',
  topicHelp: 'It may have been renamed, or its stories were withdrawn.',
  provider: 'No stories from this provider.',
  providerHelp: 'Its stories may have been withdrawn.',
  event: 'These reports are not in the paper.',
  eventHelp: 'They may have been withdrawn.',
  title: 'Not found',
} satisfies StringTable;
