import type { StringTable } from '../../i18n/string-table.ts';

/** What was done, for the note with the button to undo it. */
export const actionStrings = {
  saved: 'Saved.',
  removed: 'Removed from your saved stories.',
  allRemoved: (stories: string) => `Removed ${stories} from your saved stories.`,
  markedRead: 'Marked as read.',
  markedUnread: 'Marked as unread.',
  allMarkedRead: (stories: string) => `Marked ${stories} as read.`,
  hidden: (name: string) => `Stories with “${name}” are hidden.`,
  hiddenForAWeek: (name: string) => `Stories with “${name}” are hidden for a week.`,
  shown: (name: string) => `Stories with “${name}” are shown again.`,
  allShown: 'All stories are shown again.',
  followed: (topic: string) => `You follow ${topic}.`,
  unfollowed: (topic: string) => `You no longer follow ${topic}.`,
  forgotten: 'Everything that this site has stored here is removed.',
  imported: (entries: string) => `Imported ${entries}.`,
} satisfies StringTable;
