import type { StringTable } from './string-table.ts';

/** The interface strings of the first load. Parts that load later have tables of their own beside them. */
export const strings = {
  skipLink: 'Skip to the stories',
  allStories: 'All stories',
  allTopics: 'All topics',
  topics: 'Topics',
  subtopics: 'Subtopics',
  topicIndex: 'Index of topics',
  topicsAndFilter: 'Topics and filter',
  topicsAndOrder: (order: string) => `Topics and filter · ${order}`,
  orders: { top: 'top stories', newest: 'newest first', oldest: 'oldest first' },
  topStories: 'Top stories',
  newestFirst: 'Newest first',
  oldestFirst: 'Oldest first',
  reverseOrder: '(reverse order)',
  listLayout: 'Layout',
  listLayouts: { cards: 'Cards', list: 'List', headlines: 'Headlines' },
  settings: 'Settings',
  saved: 'Saved',
  search: 'Search',
  backToTop: 'Back to top',
  tools: 'Tools',
  close: 'Close',
  draft: 'Draft',
  scheduled: 'Scheduled',
  video: 'Video',
  read: 'Read',
  home: (title: string) => `${title}, front page`,
  pageTitle: (page: string, site: string) => `${page} · ${site}`,
  stories: (count: number, shown: string) => (count === 1 ? '1 story' : `${shown} stories`),
  today: 'Today',
  yesterday: 'Yesterday',
  latest: (date: string) => `Latest: ${date}`,

  older: 'Older stories',
  loadingOlder: 'Loading more stories…',
  endOfList: 'You have seen all stories.',

  readAt: (title: string, host: string) => `Read “${title}” at ${host}`,

  event: {
    others: 'Also reported by',
    moreSources: (count: number) => (count === 1 ? '1 more source' : `${count} more sources`),
    allReports: (count: number) => `All ${count} reports`,
    reportsOn: (label: string, title: string) => `${label}: ${title}`,
  },

  loading: 'Loading…',

  builtAt: (dateTime: string) => `This edition was built on ${dateTime}.`,

  /** By the names of `links` in `site.yaml`. */
  siteLinks: { about: 'About', imprint: 'Imprint', privacy: 'Privacy', feed: 'Feed' } as Record<string, string>,

  oldBrowser: 'Filters and settings need a newer browser.',

  tryAgain: 'Try again',
  reload: 'Reload the page',
  toFrontPage: 'Go to the front page',
  failed: {
    paper: 'The paper could not be loaded.',
    stories: 'These stories could not be loaded.',
    older: 'The older stories could not be loaded.',
    card: 'This story cannot be shown here.',
    page: 'This page cannot be shown.',
    story: 'The rest of this story could not be loaded.',
    part: 'A part of this page could not be loaded.',
  },
  failedHelp: 'The data of this page is damaged. The other pages still work.',
  failureReasons: {
    offline: 'You are offline. Everything that this window has loaded is still here.',
    missing: 'The server does not have this file. It may be publishing a new edition.',
    unreachable: 'The server could not be reached. Check your connection.',
    unreadable: 'The file is incomplete, or is not part of this paper.',
    slow: 'The server has not answered yet. It may still answer.',
    outdated: 'There is a newer edition, which this page cannot show.',
    stuck: 'It has failed again. Reloading the page may help.',
  },
} satisfies StringTable;
