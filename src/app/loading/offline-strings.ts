import type { StringTable } from '../i18n/string-table.ts';

/** Strings about the service worker and the copies that it keeps. */
export const offlineStrings = {
  down: 'You are offline.',
  late: 'The connection is slow.',
  bad: 'The server does not send this page.',
  newVersion: 'A new version of this page is here.',
  loadedAt: (dateTime: string) => `What you see was loaded on ${dateTime}.`,
} satisfies StringTable;
