/*
 * English: the language of the source, and the fallback. The other languages have the same tables and keys. README.md
 * beside this folder explains placeholders and plurals, and how to add a language.
 */

/** The first load: what every page has. */
export const common = {
  skipLink: 'Skip to the stories',
  allStories: 'All stories',
  allTopics: 'All topics',
  topics: 'Topics',
  subtopics: 'Subtopics',
  topicIndex: 'Index of topics',
  topicsAndFilter: 'Topics and filter',
  topicsAndOrder: 'Topics and filter · {order}',
  orders: { top: 'top stories', newest: 'newest first', oldest: 'oldest first' },
  topStories: 'Top stories',
  newestFirst: 'Newest first',
  oldestFirst: 'Oldest first',
  reverseOrder: '(reverse order)',
  listLayout: 'Layout',
  listLayouts: { cards: 'Cards', list: 'List', headlines: 'Headlines' },
  settings: 'Settings',
  /** The link to the saved stories. */
  saved: 'Saved',
  search: 'Search',
  backToTop: 'Back to top',
  tools: 'Tools',
  close: 'Close',
  draft: 'Draft',
  scheduled: 'Scheduled',
  /** The label of a card whose story has a video. */
  video: 'Video',
  /** The label of a card whose story the reader has read. */
  read: 'Read',
  home: '{title}, front page',
  pageTitle: '{page} · {site}',
  /** Between the parts of a list, like the labels of filters. */
  listSeparator: ', ',
  stories: { one: '1 story', other: '{count} stories' },
  /** A day with its time. */
  dateTime: '{date}, {time}',
  today: 'Today',
  yesterday: 'Yesterday',
  /** In the masthead, where the newest story is more than two days old. */
  latest: 'Latest: {date}',

  older: 'Older stories',
  loadingOlder: 'Loading more stories…',
  endOfList: 'You have seen all stories.',

  readAt: 'Read “{title}” at {host}',

  event: {
    others: 'Also reported by',
    moreSources: { one: '1 more source', other: '{count} more sources' },
    allReports: { one: '{count} report', other: 'All {count} reports' },
    /** `label` is one of the two above. */
    reportsOn: '{label}: {title}',
  },

  loading: 'Loading…',

  builtAt: 'This edition was built on {dateTime}.',

  /** By the names of `links` in `site.yaml`. */
  siteLinks: { about: 'About', imprint: 'Imprint', privacy: 'Privacy', feed: 'Feed' },

  /** The label of the links to the publisher's own pages, like the imprint. */
  pages: 'Pages',
  /** In the footer. Broadsheet is the name of the software. */
  madeWith: 'Made with Broadsheet',

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
} as const;

/** What was done, for the note with the button to undo it. */
export const actions = {
  saved: 'Saved.',
  removed: 'Removed from your saved stories.',
  allRemoved: {
    one: 'Removed 1 story from your saved stories.',
    other: 'Removed {count} stories from your saved stories.',
  },
  allMarkedRead: { one: 'Marked 1 story as read.', other: 'Marked {count} stories as read.' },
  /** `name` is a topic, a provider or a word. */
  hidden: 'Stories with “{name}” are hidden.',
  hiddenForAWeek: 'Stories with “{name}” are hidden for a week.',
  shown: 'Stories with “{name}” are shown again.',
  allShown: 'All stories are shown again.',
  unfollowed: 'You no longer follow {topic}.',
  forgotten: 'Everything that this site has stored here is removed.',
} as const;

/** The archive pages. */
export const archive = {
  title: '{collection}, archive page {page}',
  nav: 'Archive pages',
  newest: 'Newest stories',
  endsAtPage: 'The archive ends at page {page}.',
  none: 'There is no archive yet.',
  pastTheEnd: 'The address has a page after that.',
  goToPage: 'Go to page {page}',
} as const;

/** The article page. */
export const article = {
  /** Before the names of the authors. */
  by: 'By {authors}',
  /** For screen readers, before the date. */
  published: 'Published',
  updated: 'Updated {date}',
  singleSource: 'Only one source so far.',
  relatedStories: 'Related stories',
  topicsOfStory: 'Topics of this story',
  backTo: 'Back to {collection}',
  readAt: 'Read at {host}',
  nearestStories: 'More on these topics',
  latestIn: 'Latest in {topic}',
  moreStories: { one: '1 more story', other: '{count} more stories' },
  contentFile: 'Content file {file} at {host}',
} as const;

/** The text of an article. */
export const body = {
  footnotes: 'Footnotes',
  footnote: 'Footnote {number}',
  backToText: 'Back to the text',
  taskDone: 'Done',
  taskOpen: 'Not done',
} as const;

/** What other articles report on the event of an article. */
export const coverage = {
  alsoReportedBy: 'Also reported by',
  more: { one: '1 more report', other: '{count} more reports' },
  allReports: { one: '{count} report', other: 'All {count} reports in order of time' },
  notListed: { one: '1 report is not listed here.', other: '{count} reports are not listed here.' },
  sameText: { one: 'Same text in 1 more report', other: 'Same text in {count} more reports' },
  why: 'Why together?',
  /** `words` is a list of words that the reports have in common. `span` is one of the last three here. */
  bothName: 'Both name {words}, {span}.',
  allName: { one: '{count} names {words}, {span}.', other: 'All {count} name {words}, {span}.' },
  mostName: { one: '{count} names {words}, {span}.', other: 'Most of the {count} name {words}, {span}.' },
  /** Where they have no word in common. */
  similar: {
    one: '{count} is similar to another one, {span}.',
    other: 'Each of the {count} is similar to another one, {span}.',
  },
  /** Where content files name the event. */
  named: 'The publisher of this site put them together. They appeared {span}.',
  mostSimilar: 'Most similar to this report: {title}',
  withinHour: 'within an hour',
  withinHours: { one: 'within an hour', other: 'within {count} hours' },
  withinDays: { one: 'within a day', other: 'within {count} days' },
} as const;

/** A collection without articles. */
export const emptyCollection = {
  all: 'No stories yet.',
  allHelp: 'This edition has no articles. Put a content file into the content folder and build again.',
  draftsHelp: {
    one: 'The only file is a draft. Set UNPUBLISHED=show, or unpublished: show in site.yaml, to include drafts.',
    other: 'All {count} files are drafts. Set UNPUBLISHED=show, or unpublished: show in site.yaml, to include drafts.',
  },
  collection: 'No stories here.',
  collectionHelp: 'No story in this edition has this label.',
} as const;

/** The page of an event, with all reports on it. */
export const event = {
  allReports: 'All reports',
  pageTitle: 'All reports: {title}',
  reports: { one: '1 report', other: '{count} reports' },
  /** `reports` and `sources` are strings of this table. */
  from: '{reports} from {sources}',
  sources: { one: '1 source', other: '{count} sources' },
  providers: 'Sources',
  /** In the list of sources, after the name of the provider. */
  wasFirst: 'was first',
  adds: 'New in this report:',
  sameText: { one: 'Same text at 1 more source', other: 'Same text at {count} more sources' },
  notListed: { one: '1 later report is not listed here.', other: '{count} later reports are not listed here.' },
  failed: 'These reports could not be loaded.',
} as const;

/** The filter panel, and filtered lists. */
export const filter = {
  allStories: 'All stories',
  /** Between two topics in a title. */
  or: 'or',
  and: 'and',
  title: 'Filter',
  activeFilters: 'Active filters',
  noFilter: 'No filter: all stories are listed.',
  noFilterOfResults: 'No filter: all results for “{query}” are listed.',
  remove: 'Remove: {filter}',
  /** The following are labels of active filters, like `not Sport`. They stand alone, or in a list with commas. */
  excluded: 'not {topic}',
  from: 'from {provider}',
  aboutTopic: 'about {topic}',
  since: 'since {date}',
  before: 'before {date}',
  unreadOnly: 'unread',
  oldestFirst: 'oldest first',
  recent: {
    day: 'latest day',
    week: 'last 7 days',
    month: 'last 30 days',
    year: 'last 365 days',
  },
  unreadOf: { one: '{unread} unread of 1 story', other: '{unread} unread of {count} stories' },
  allRead: 'You have read all of these stories.',
  allReadHelp: 'Stories that you open or mark as read are left out here.',
  showRead: 'Show read stories too',
  clear: 'Clear',
  newer: 'Newer stories',
  someMissing: 'Some of these stories could not be loaded.',
  partOf: 'Stories {first} to {last} of {total}.',
  fromTheStart: 'Show from the start',
  endsAtPage: 'This list ends at page {page}.',
  pastTheEnd: 'The address has a page after that.',
  goToPage: 'Go to page {page}',

  none: {
    both: 'No story has both topics.',
    all: 'No story has all these topics.',
    filter: 'No story matches this filter.',
    /** `first` and `second` are `about`. */
    bothHelp: 'There are {first} and {second}, but none about both.',
    about: { one: '1 story about {topic}', other: '{count} stories about {topic}' },
    filters: 'Active filters: {words}.',
    /** `stories` is like `12 stories`. */
    either: 'Show either topic, {stories}',
    any: 'Show any of these topics, {stories}',
    without: 'Without “{filter}”, {stories}',
    clear: 'Clear the filter',
  },

  panel: {
    failed: {
      topics: 'The list of topics could not be loaded.',
      providers: 'The list of providers could not be loaded.',
      calendar: 'The calendar could not be loaded.',
    },
    find: 'Find a topic or provider',
    /** The same, where there is little space. */
    findShort: 'Topic or provider',
    /** A label, with the choices `any` and `all`: of the chosen topics, a story has any, or all. */
    match: 'Match',
    any: 'any',
    all: 'all',
    goTo: 'Go to {name}',
    hide: 'Hide',
    hideTopic: 'Hide {topic}',
    hideHelp: 'Leave stories about {topic} out of this list',
    hiddenHelp: 'Stories about {topic} are left out of this list',
    leftOut: 'left out',
    /** After the name of a topic: the topic above it. */
    inTopic: 'in {topic}',
    topics: 'Topics',
    /** The language of stories. */
    language: 'Language',
    allLanguages: 'All languages',
    providers: 'Providers',
    moreProviders: { one: '1 more: type to find one', other: '{count} more: type to find one' },
    unread: 'Unread only',
    following: 'Stories of the topics you follow',
    /** `shown` is the number, or like `30+`. */
    newStories: { one: '{shown} new', other: '{shown} new' },
    when: 'When',
    today: 'Today',
    yesterday: 'Yesterday',
    week: '7 days',
    pickDate: 'Pick a date',
    order: 'Order',
    best: 'Best match',
    top: 'Top stories',
    newest: 'Newest first',
    oldest: 'Oldest first',
    showAll: 'Show all stories',
    show: { one: 'Show 1 story', other: 'Show {count} stories' },
    searchStories: 'Search stories for “{query}”',
    noneFound: 'No topic or provider matches “{query}”.',
  },
  calendar: {
    earlier: 'Earlier month',
    later: 'Later month',
    wholeMonth: 'All of {month}',
    wholeYear: 'All of {year}',
    day: { one: '{day}, 1 story', other: '{day}, {count} stories' },
  },
} as const;

/**
 * What `index.html` says before the app runs, or instead of it.
 *
 * @public
 */
export const indexHtml = {
  needScript: 'Filters and settings need JavaScript.',
  partFailed: 'A part of this page could not be loaded. Reload the page.',
} as const;

/** What is kept for offline. */
export const keep = {
  saved: 'Saved stories',
  note: 'You can read and search these stories without a connection. They are brought up to date when you open this paper. Pictures and videos of other sites are not kept.',
  measuring: 'The size is being computed…',
  size: { one: '1 story, about {size}.', other: '{count} stories, about {size}.' },
  noSize: 'The size could not be computed.',
  nothing: 'There is nothing to keep.',
  withImages: 'With pictures of this site, about {size} more',
  noSpace: 'This browser has only {size} left for this site.',
  waiting: 'Waiting…',
  progress: '{done} of {total}',
  done: 'Everything is on this device.',
  stored: {
    one: '1 story, brought up to date on {dateTime}.',
    other: '{count} stories, brought up to date on {dateTime}.',
  },
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
} as const;

/** The button that opens the sheet with what can be kept for offline. */
export const keepButton = {
  title: 'Keep for offline',
  days: 'The last 7 days',
} as const;

/** The sheet with the keyboard shortcuts. */
export const keyboard = {
  title: 'Keyboard shortcuts',
  /** What the keys do. */
  shortcuts: {
    next: 'Next story; on an article, the next of its list',
    previous: 'Previous story, likewise',
    open: 'Open the story',
    openOriginal: 'Open the original',
    save: 'Save the story, or remove it',
    markRead: 'Mark the story as read or unread',
    undo: 'Undo the last action',
    search: 'Search stories',
    findTopic: 'Find a topic',
    frontPage: 'Front page: one key after the other',
    close: 'Close; on an article, go back',
    help: 'Show this list',
  },
  unread: 'Unread',
  firstStory: 'This is the first story of the list.',
  lastStory: 'This is the last story of the list.',
  related: 'On an article, j and k move through the related stories while one of them has the focus.',
  switch: 'Single-key shortcuts',
  switchNote: 'When off, only Enter and Esc work. You can turn them on again in the settings.',
} as const;

/** The newest stories of a topic, on an article page. */
export const latest = {
  noOthers: 'This page has all stories on this topic.',
} as const;

/** The bar over a list that says that there are new stories. */
export const newStories = {
  newStories: { one: '1 new story', other: '{count} new stories' },
} as const;

/** Addresses that do not exist. */
export const notFound = {
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
} as const;

/** Notes about the connection, and the service worker with its copies. */
export const offline = {
  down: 'You are offline.',
  late: 'The connection is slow.',
  bad: 'The server does not send this page.',
  newVersion: 'A new version of this page is here.',
  loadedAt: 'What you see was loaded on {dateTime}.',
} as const;

/** What can be read without a connection. */
export const offlinePage = {
  keptLists: 'Lists on this device',
  keptStories: 'Stories on this device',
} as const;

/** The pages with saved stories, hidden stories and followed topics. */
export const reader = {
  needScript: 'This page needs JavaScript, which is off.',
  saved: {
    title: 'Saved stories',
    none: 'You have no saved stories.',
    noneHelp: 'The bookmark on a story saves it. It stays readable here, also if the paper withdraws it.',
    nothingFound: 'No saved story matches.',
    nothingFoundHelp: 'None of your saved stories has “{query}” in its title, excerpt or source.',
    clearSearch: 'Show all saved stories',
    search: 'Search your saved stories',
    order: 'Group by',
    orders: { saved: 'Saved', published: 'Published', topic: 'Topic' },
    noTopic: 'Without a topic',
    removeAll: 'Remove all',
    removeFound: 'Remove these',
    copyNote: 'This is the copy that you saved on {day}. Pictures are not kept.',
    withdrawn: 'This story is no longer in the paper.',
    noBody: 'Only its title and its links were kept.',
    replaced: 'Its address has another story now.',
    openCopy: 'Read your copy',
  },
  hidden: {
    title: 'Hidden stories',
    none: 'You hide no stories.',
    noneHelp: 'The menu of a story hides a topic or a provider. Here you can also hide words in titles.',
    /** After `kinds`: `Topic, until …`. */
    until: 'until {dateTime}',
    forever: 'for good',
    kinds: { topic: 'Topic', provider: 'Provider', word: 'Word' },
    show: 'Show again',
    showAgain: 'Show stories with “{name}” again',
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
    unfollowTopic: 'Unfollow {topic}',
  },
} as const;

/** The search page. */
export const search = {
  title: 'Search',
  resultsTitle: '{query} · Search',
  intro: { one: 'Search 1 story, in any script.', other: 'Search {count} stories, in any script.' },
  needsScript: 'Searching needs JavaScript. Without it, find stories by topic or date:',
  browse: 'Topics',
  olderStories: 'All stories by date',
  help: 'How to search',
  /** Two words of a query, for the examples, and what the examples find. */
  examples: {
    firstWord: 'climate',
    secondWord: 'summit',
    words: 'stories with both words, or with other endings of them',
    phrase: 'stories with these words next to each other',
    without: 'stories without the second word',
    provider: 'stories from a provider',
    dates: 'stories from May 2024 to the end of that year',
    topic: 'stories of a topic',
  },

  results: 'Results',
  order: 'Order',
  best: 'Best match',
  newest: 'Newest',
  upTo: { one: 'up to 1 story', other: 'up to {count} stories' },
  noStories: 'no stories',
  topicsAndProviders: 'Topics and providers',
  more: 'More results',
  fromTheStart: 'Show from the start',

  /** `from` is what was typed, `to` is what was searched instead. */
  corrected: 'Nothing for {from}; showing {to}.',
  anyWord: 'No story has all of these words. These have at least one of them.',
  keepTyping: 'Many more words begin with “{word}”: keep typing.',
  isCut: 'The query is very long. Only its beginning was searched.',
  missing: { one: 'One of these stories could not be loaded.', other: '{count} of these stories could not be loaded.' },
  partlySearched: 'Some stories could not be searched.',
  searchedUntil: 'Only stories until {date} could be searched.',
  /** `periods` is a list of the next two. */
  unsearched: 'Some stories could not be searched: {periods}.',
  until: 'those until {date}',
  fromTo: 'those from {from} to {to}',

  notYetFound: 'None of the stories tested so far has these words next to each other.',

  nothing: 'Nothing found for “{query}”.',
  nothingHelp: 'Check the spelling, or search for other words.',
  nothingFilteredHelp: 'Active filters: {filters}.',
  withoutFilters: 'Search all stories',
  clear: 'Clear the search',
} as const;

/** The search field on the search page and on pages that do not exist. */
export const searchForm = {
  label: 'Search stories',
  submit: 'Search',
} as const;

/** The settings page. */
export const settings = {
  groups: {
    appearance: 'Appearance',
    reading: 'Reading',
    lists: 'Lists',
    links: 'Links',
    keyboard: 'Keyboard',
  },
  allSettings: 'All settings',
  reset: 'Reset',
  wasReset: '“{group}” is as it was at first.',
  settings: {
    theme: {
      legend: 'Theme',
      note: 'Device follows the light or dark mode of your device.',
      options: { system: 'Device', light: 'Light', dark: 'Dark' },
    },
    'text-size': {
      legend: 'Text size',
      note: 'Makes all text and the space around it larger or smaller.',
      options: { small: 'Small', normal: 'Normal', large: 'Large', larger: 'Larger' },
    },
    'text-face': {
      legend: 'Typeface',
      note: 'For headlines and articles. Dyslexia uses a typeface with distinct letters, if your device has one.',
      options: { own: 'This paper’s', serif: 'Serif', sans: 'Sans', system: 'System', dyslexia: 'Dyslexia' },
    },
    motion: {
      legend: 'Motion',
      note: 'Reduced shows pages and menus without movement.',
      options: { system: 'Device', reduced: 'Reduced' },
    },
    'line-spacing': {
      legend: 'Line spacing',
      note: 'The distance between the lines of excerpts and articles.',
      options: { normal: 'Normal', wide: 'Wide', wider: 'Wider' },
    },
    'reading-width': {
      legend: 'Reading width',
      note: 'The length of the lines of an article on a wide screen.',
      options: { narrow: 'Narrow', normal: 'Normal', wide: 'Wide' },
    },
    density: {
      legend: 'List layout',
      note: 'Cards have pictures and excerpts, a list is shorter, headlines are one line each.',
      options: { cards: 'Cards', list: 'List', headlines: 'Headlines' },
    },
    events: {
      legend: 'Reports on one event',
      note: 'Together, what several sources report has one card. Separate shows each report by itself.',
      options: { grouped: 'Together', separate: 'Separate' },
    },
    images: {
      legend: 'Pictures',
      note: 'With “This site only”, nothing is loaded from other hosts until you click a link.',
      options: { all: 'All', own: 'This site only', none: 'None' },
    },
    dates: {
      legend: 'Dates',
      note: 'Show how long ago a story of the last days was published, or always its date.',
      options: { ages: '3 hours ago', dates: 'Date' },
    },
    'read-on-scroll': {
      legend: 'Mark as read when scrolled past',
      note: 'A story that you scroll past counts as read, not only one that you open.',
      options: { off: 'Off', on: 'On' },
    },
    link: {
      legend: 'Preferred source',
      note: 'If a story lacks this link, the next one it has is used. Every link shows its host.',
      options: { origin: 'Original', amp: 'AMP page', ampCache: 'AMP cache' },
    },
    'link-target': {
      legend: 'Open sources in',
      note: 'In the same tab, the back button brings you back here.',
      options: { same: 'Same tab', new: 'New tab' },
    },
    keys: {
      legend: 'Single-key shortcuts',
      note: 'When on, J and K move from story to story, and other keys do more.',
      options: { on: 'On', off: 'Off' },
    },
  },
  /** An invented story that shows what the settings change. */
  sample: {
    title: 'A sample',
    kicker: 'Harbour',
    headline: 'The night ferry gets a second boat',
    byline: 'Quay News · 3 hours ago',
    excerpt:
      'From spring on two boats cross the bay after midnight. The first one leaves at half past twelve, the second an hour later.',
  },
  showShortcuts: 'Show all shortcuts',
  needScript: 'The settings need JavaScript, which is off.',
} as const;

/** The links to the source of an article. */
export const sourceLinks = {
  links: {
    origin: 'Original',
    amp: 'Publisher’s AMP page',
    ampCache: 'AMP cache',
  },
  linksShort: {
    origin: 'Original',
    amp: 'AMP page',
    ampCache: 'AMP cache',
  },
  whereToRead: 'Where to read it',
  readOn: {
    origin: 'Read the original',
    amp: 'Read the publisher’s AMP page',
    ampCache: 'Read in the AMP cache',
  },
  /** After the name of a link: the host that redirects to the article. */
  via: 'via {host}',
  notLoading: 'Not loading?',
  notLoadingHelp: 'The page may have moved. These links may still work:',
  archivedCopy: 'Archived copy',
} as const;

/** The page for addresses that are not pre-rendered, without JavaScript. */
export const spaFallback = {
  title: 'This page needs JavaScript.',
  help: 'The front page, the topics and most stories work without it.',
} as const;

/** The tools of cards and articles. */
export const tools = {
  save: 'Save',
  saved: 'Saved',
  unsave: 'Remove from saved stories',
  saveStory: 'Save “{title}”',
  menu: 'More about “{title}”',
  markRead: 'Mark as read',
  markUnread: 'Mark as unread',
  markAboveRead: 'Mark all above as read',
  /** `heading` is a day or a topic. */
  markGroupRead: 'Mark all as read: {heading}',
  links: { origin: 'Original', amp: 'Publisher’s AMP page', ampCache: 'AMP cache' },
  copyLink: 'Copy link',
  linkCopied: 'Link copied',
  hide: 'Hide stories like this…',
  /** Above a list of topics and the provider of the story. */
  hideTitle: 'Hide stories of',
  forAWeek: 'For a week',
  forever: 'For good',
  hideForAWeek: 'Hide {name} for a week',
  hideForever: 'Hide {name} for good',
  follow: 'Follow {topic}',
  unfollow: 'Unfollow {topic}',
  countHidden: { one: '1 hidden', other: '{count} hidden' },
  allHidden: { one: 'The only story here is hidden.', other: 'All {count} stories here are hidden.' },
  allHiddenHelp: 'You have hidden their topics, providers or words.',
  show: 'Show',
  whatIsHidden: 'What you hide',
  /** Days of the last visit, in the next sentence. */
  today: 'today',
  yesterday: 'yesterday',
  isNew: 'New',
  /** `visit` is a day, or `visitAt`. */
  newSince: { one: '1 new above · last visit {visit}', other: '{count} new above · last visit {visit}' },
  visitAt: '{day} at {time}',
  share: 'Share',
  copy: 'Copy',
  /** The title of a story in a copied text. */
  quotedTitle: '“{title}”',
  copyAs: { link: 'Link', text: 'Title, source and link', markdown: 'Markdown' },
  notCopied: 'The link could not be copied.',
  otherStory: 'You have saved another story from this address: “{title}”.',
  openCopy: 'Read your copy',
  previousNext: 'Previous and next story',
  previous: 'Previous',
  next: 'Next',
  copied: 'Copied',
  copyByHand: 'Copy it from here:',
  textToCopy: 'Text to copy',
} as const;

/** The front page in the order of points. */
export const top = {
  heading: 'Top stories',
  failed: 'The order of the top stories could not be loaded. The newest are first.',
  whyHere: 'Why here?',
  pinned: 'The publisher of this site has put it first.',
  /** `reasons` is a list of the following, with the points of each in parentheses. `count` may have a decimal. */
  points: { one: '{count} point: {reasons}.', other: '{count} points: {reasons}.' },
  sources: { one: '{count} source in 48 hours ({points})', other: '{count} sources in 48 hours ({points})' },
  oneSource: 'one source in 48 hours (0)',
  noSource: 'no source in 48 hours (0)',
  newest: 'its last report at the time of the newest one ({points})',
  age: {
    one: 'its last report {count} hour before the newest one ({points})',
    other: 'its last report {count} hours before the newest one ({points})',
  },
  quality: 'a higher quality than {percent} % of the newest stories with a score ({points})',
  noQuality: 'no known quality (0)',
  movedDown: 'Stories with fewer points are before it, because half of the first twelve had its topic or its provider.',
} as const;

/** The note after an action. */
export const undo = {
  undo: 'Undo',
  unstored: 'This browser does not store data for this site. What you do here lasts until you close the page.',
  newer: 'A newer version of this site has stored your data. Reload the page to use it. Until then nothing is stored.',
} as const;

/** The video player. */
export const video = {
  play: 'Play the video',
  playNote: 'Nothing is loaded from {host} until you press play.',
  title: 'Video: {title}',
} as const;

/** What the reader owns, on the settings page. */
export const yourData = {
  title: 'Your data',
  pages: { saved: 'Saved stories', following: 'Following', hidden: 'Hidden stories' },
  stored: 'What you save, mark, hide and choose stays in this browser. This site sends none of it anywhere.',
  unstored:
    'This browser does not store data for this site: what you save, mark, hide and choose lasts until you close the page.',
  newer: 'A newer version of this site has stored your data. Reload the page to use it. Until then nothing is stored.',
  persistent: 'The browser has agreed to keep it.',
  notPersistent: 'The browser may remove it when the device runs out of space. An export is a copy that you keep.',
  export: 'Export everything',
  import: 'Import…',
  forget: 'Forget everything here',
  /** Buttons with the names of formats follow. */
  savedStories: { one: 'Your saved stories ({count}) as', other: 'Your saved stories ({count}) as' },
  savedAs: { markdown: 'Markdown', bookmarks: 'Bookmarks', 'front-matter': 'Content files' },
  nothingSaved: 'You have no saved stories to export.',
  chooseFile: 'A file from an export',
  faults: {
    large: 'This file is larger than 20 MB. An export of this site is smaller.',
    unreadable: 'This file is cut or damaged. Nothing was changed.',
    foreign: 'This file is not an export of this site. Nothing was changed.',
    newer: 'This file is from a newer version of this site. Nothing was changed.',
  },
  /** `parts` is a list of the following. */
  fileHas: 'The file has {parts}.',
  fileIsEmpty: 'The file has no entries.',
  parts: {
    saved: { one: '1 saved story', other: '{count} saved stories' },
    read: { one: '1 read mark', other: '{count} read marks' },
    hidden: { one: '1 hidden item', other: '{count} hidden items' },
    followed: { one: '1 followed topic', other: '{count} followed topics' },
    settings: { one: '1 setting', other: '{count} settings' },
  },
  dropped: { one: '1 entry is not valid and is left out.', other: '{count} entries are not valid and are left out.' },
  merge: 'Add what is missing here',
  mergeNote: 'Adding keeps all that you have here, settings too.',
  replace: 'Replace everything here',
  replaceNote: 'Replacing removes what you have here and is not in the file. You can undo both for 10 seconds.',
  cancel: 'Cancel',
  imported: 'Imported.',
  failed: 'The file could not be written. Try again.',
} as const;
