import type { LinkKind } from '../article/source-links/story-links.ts';
import type { FetchFault } from '../data/fetch-json.ts';

/** Every word of the interface, but those of the settings and of the keys, which load later. */
export const strings = {
  skipLink: 'Skip to the stories',
  allStories: 'All stories',
  allTopics: 'All topics',
  topics: 'Topics',
  topicIndex: 'Index of topics',
  topicsAndOrder: (isOldestFirst: boolean) => (isOldestFirst ? 'Topics · oldest first' : 'Topics · newest first'),
  filtered: 'A choice of stories',
  newestFirst: 'Newest first',
  oldestFirst: 'Oldest first',
  turnAround: '(turn around)',
  density: 'Stories as',
  densities: { cards: 'Cards', list: 'List', headlines: 'Headlines' },
  settings: 'Settings',
  tools: 'Tools',
  close: 'Close',
  draft: 'Draft',
  video: 'Video',
  read: 'Read',
  published: 'Published',
  updated: 'Updated',
  home: (title: string) => `${title}, front page`,
  pageTitle: (page: string, site: string) => `${page} · ${site}`,
  stories: (count: number, shown: string) => (count === 1 ? '1 story' : `${shown} stories`),
  today: 'today',
  yesterday: 'yesterday',

  older: 'Older stories',
  newest: 'Newest stories',
  archiveNav: 'Pages of the archive',
  loadingOlder: 'Fetching more stories…',
  olderArrived: (count: number) => (count === 1 ? '1 older story added.' : `${count} older stories added.`),
  endOfFeed: 'That is every story.',
  archivePage: (feed: string, page: number) => `${feed}, page ${page} of the archive`,

  links: {
    origin: 'Original',
    amp: 'Publisher’s AMP page',
    ampCache: 'AMP cache',
  } satisfies Record<LinkKind, string>,
  linksShort: {
    origin: 'Original',
    amp: 'AMP page',
    ampCache: 'AMP cache',
  } satisfies Record<LinkKind, string>,
  readAt: (title: string) => `Read “${title}” at`,
  whereToRead: 'Where to read it',
  readOn: {
    origin: 'Read the original',
    amp: 'Read the publisher’s AMP page',
    ampCache: 'Read in the AMP cache',
  } satisfies Record<LinkKind, string>,
  otherWays: (title: string, shown: string) => `Other ways to read “${title}”, now ${shown}`,

  relatedStories: 'Related stories',
  topicsOfStory: 'Topics of this story',
  backTo: (place: string) => `Back to ${place}`,
  playVideo: 'Play the video',
  playVideoNote: (host: string) => `Nothing is asked of ${host} until you press play.`,
  videoTitle: (title: string) => `Video: ${title}`,
  loading: 'Loading…',

  builtAt: (moment: string) => `This edition was built on ${moment}.`,

  siteLinks: { about: 'About', imprint: 'Imprint', privacy: 'Privacy', feed: 'Feed' } as Record<string, string>,

  tryAgain: 'Try again',
  toFrontPage: 'Go to the front page',
  failed: {
    paper: 'The paper did not arrive.',
    stories: 'These stories did not arrive.',
    older: 'The older stories did not arrive.',
    card: 'This story cannot be shown here.',
    page: 'This page could not be drawn.',
    story: 'The rest of this story did not arrive.',
    topics: 'The list of topics did not arrive.',
  },
  failedHelp: 'What arrived is not what it should be. The rest of the paper is still there.',
  fault: {
    offline: 'You are offline. What has been read in this window is still here.',
    missing: 'The host has no such file. It may be publishing a new edition just now.',
    unreachable: 'The host could not be reached. Check the connection, then try again.',
    unreadable: 'What arrived is incomplete, or is not part of this paper.',
    'newer-format':
      'This edition is in a format that this page does not know yet. Reload the page to get the newer reader.',
  } satisfies Record<FetchFault, string>,
  empty: {
    all: 'No stories yet.',
    allHelp: 'This edition holds no articles. Put a content file into the content folder and build again.',
    draftsHelp: (count: number) =>
      `${count === 1 ? 'The only file is a draft' : `All ${count} files are drafts`}. Set UNPUBLISHED=show, or unpublished: show in site.yaml, to include drafts.`,
    feed: 'No stories here.',
    feedHelp: 'Nothing in this edition carries this label.',
  },
  needsScript: {
    title: 'This page is drawn by script.',
    help: 'Without it, the front page, the topics and most stories can be read.',
  },
};
