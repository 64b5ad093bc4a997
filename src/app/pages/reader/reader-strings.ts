import type { StringTable } from '../../i18n/string-table.ts';

/** Strings of the pages with saved stories, followed topics and hidden stories. */
export const readerStrings = {
  needScript: 'This page needs JavaScript, which is off.',
  saved: {
    title: 'Saved stories',
    none: 'You have no saved stories.',
    noneHelp: 'The bookmark on a story saves it. It stays readable here, also if the paper withdraws it.',
    nothingFound: 'No saved story matches.',
    nothingFoundHelp: (query: string) => `None of your saved stories has “${query}” in its title, excerpt or source.`,
    clearSearch: 'Show all saved stories',
    search: 'Search your saved stories',
    order: 'Group by',
    orders: { saved: 'Saved', published: 'Published', topic: 'Topic' },
    noTopic: 'Without a topic',
    removeAll: 'Remove all',
    removeFound: 'Remove these',
    copyNote: (day: string) => `This is the copy that you saved on ${day}. Pictures are not kept.`,
    withdrawn: 'This story is no longer in the paper.',
    noBody: 'Only its title and its links were kept.',
    replaced: 'Its address has another story now.',
    openCopy: 'Read your copy',
  },
  hidden: {
    title: 'Hidden stories',
    none: 'You hide no stories.',
    noneHelp: 'The menu of a story hides a topic or a provider. Here you can also hide words in titles.',
    until: (dateTime: string) => `until ${dateTime}`,
    forever: 'for good',
    kinds: { topic: 'Topic', provider: 'Provider', word: 'Word' },
    show: 'Show again',
    showAgain: (name: string) => `Show stories with “${name}” again`,
    showAll: 'Show all again',
    word: 'A word or phrase in titles',
    addForAWeek: 'Hide for a week',
    addForever: 'Hide for good',
  },
  following: {
    title: 'Following',
    none: 'You follow no topics.',
    noneHelp:
      'The menu of a story follows its topic. Followed topics come first, and their stories are collected here.',
    topics: 'Followed topics',
    unfollow: 'Unfollow',
    unfollowTopic: (topic: string) => `Unfollow ${topic}`,
  },
} satisfies StringTable;
