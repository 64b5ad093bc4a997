import type { StringTable } from '../../i18n/string-table.ts';

/** Strings of the video player. */
export const videoStrings = {
  play: 'Play the video',
  playNote: (host: string) => `Nothing is loaded from ${host} until you press play.`,
  title: (title: string) => `Video: ${title}`,
} satisfies StringTable;
