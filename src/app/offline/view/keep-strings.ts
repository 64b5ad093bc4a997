import type { StringTable } from '../../i18n/string-table.ts';
import { keepButtonStrings } from './keep-button-strings.ts';

/** Strings for what is kept for offline. */
export const keepStrings = {
  ...keepButtonStrings,
  saved: 'Saved stories',
  note: 'You can read and search these stories without a connection. They are brought up to date when you open this paper. Pictures and videos of other sites are not kept.',
  measuring: 'The size is being computed…',
  size: (stories: string, size: string) => `${stories}, about ${size}.`,
  noSize: 'The size could not be computed.',
  nothing: 'There is nothing to keep.',
  withImages: (size: string) => `With pictures of this site, about ${size} more`,
  noSpace: (size: string) => `This browser has only ${size} left for this site.`,
  waiting: 'Waiting…',
  progress: (done: string, total: string) => `${done} of ${total}`,
  done: 'Everything is on this device.',
  stored: (stories: string, dateTime: string) => `${stories}, brought up to date on ${dateTime}.`,
  notStored: 'Not complete yet.',
  cancel: 'Cancel',
  remove: 'Remove from this device',
  removed: 'Removed from this device.',
  failed: 'Not everything could be kept.',
  failures: {
    full: 'There is no space left for this site on this device. Remove something, or keep it without pictures.',
    withdrawn: 'This paper does not offer this any more. What was kept is deleted.',
  },
  goesOn: 'It goes on when the server can be reached.',
  settingsNote: 'What you have seen opens without a connection anyway. Here you keep more than that.',
  more: 'Choose what to keep. The size is told before anything is loaded.',
  topic: 'A topic',
  keepTopic: 'Keep this topic',
} satisfies StringTable;
