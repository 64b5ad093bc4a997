import type { StringTable } from '../i18n/string-table.ts';

interface Shortcut {
  keys: string[];
  action: string;
}

/** In the order of the sheet. */
export const SHORTCUTS: readonly Shortcut[] = [
  { keys: ['j'], action: 'Next story; on an article, the next of its list' },
  { keys: ['k'], action: 'Previous story, likewise' },
  { keys: ['Enter'], action: 'Open the story' },
  { keys: ['o'], action: 'Open the original' },
  { keys: ['s'], action: 'Save the story, or remove it' },
  { keys: ['m'], action: 'Mark the story as read or unread' },
  { keys: ['z'], action: 'Undo the last action' },
  { keys: ['/'], action: 'Search stories' },
  { keys: ['t'], action: 'Find a topic' },
  { keys: ['g', 'h'], action: 'Front page: one key after the other' },
  { keys: ['Esc'], action: 'Close; on an article, go back' },
  { keys: ['?'], action: 'Show this list' },
];

/** Strings of the sheet with the keyboard shortcuts. */
export const keyboardStrings = {
  title: 'Keyboard shortcuts',
  unread: 'Unread',
  firstStory: 'This is the first story of the list.',
  lastStory: 'This is the last story of the list.',
  related: 'On an article, j and k move through the related stories while one of them has the focus.',
  switch: 'Single-key shortcuts',
  switchNote: 'When off, only Enter and Esc work. You can turn them on again in the settings.',
} satisfies StringTable;
