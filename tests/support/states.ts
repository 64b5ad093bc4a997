import assert from 'node:assert/strict';
import type { BrowserContext, Page } from 'playwright-core';
import { coverageStrings } from '../../src/app/article/coverage/coverage-strings.ts';
import { strings } from '../../src/app/i18n/strings.ts';
import { keepCollection, openKeepSheet, startKeeping } from './keep.ts';
import { EVENT_REPORTS, KINDS, PLAIN_STORIES, SHOWN_STORIES } from './kinds-paper.ts';
import { chooseFile, importReader, readerFile } from './reader-file.ts';
import type { SiteName } from './state-sites.ts';
import type { StaticServer } from './static-server.ts';
import { type PaperStory, paperStories } from './test-paper.ts';

interface Visit {
  page: Page;
  context: BrowserContext;
  site: StaticServer;
}

/** A state of the app that a reader can see. */
export interface State {
  name: string;
  /** The start page, relative to the site's root; the front page by default. */
  path?: string;
  /** The site of `kinds-paper.ts` by default. */
  on?: SiteName;
  /** The only device with this state. */
  only?: 'phone' | 'desk';
  /** Preparations: faults of the server, or stored settings. */
  before?: (visit: Visit) => unknown;
  /** The actions of the reader. */
  steps?: (visit: Visit) => Promise<unknown>;
  /** Checks that the page is in the state. */
  shows: (page: Page) => Promise<unknown>;
}

/** The newest story and its data file. */
const [NEWEST] = paperStories(1) as [PaperStory];
const NEWEST_FILE = `data/articles/story-${NEWEST.number}.json`;

export const STATES: State[] = [
  { name: 'front page', shows: cards(30) },
  { name: 'topic', path: KINDS.topic, shows: heading('Technology') },
  { name: 'provider', path: KINDS.provider, shows: heading('Paper 1') },
  { name: 'article', path: KINDS.article, shows: heading('Related stories') },
  { name: 'article with a body', path: KINDS['article with a body'], shows: heading('What it took') },
  { name: 'article in Arabic', path: KINDS['right-to-left article'], shows: heading('المرصد') },
  {
    name: 'article without links',
    path: KINDS['article without links'],
    shows: async (page) => {
      await page.locator('.prose table').waitFor();
      assert.equal(await page.locator('.source-link-list').count(), 0);
    },
  },
  {
    name: 'article on an event',
    path: KINDS['article on an event'],
    shows: heading(coverageStrings.alsoReportedBy),
  },
  {
    name: 'article on an event, and why',
    path: KINDS['article on an event'],
    steps: async ({ page }) => {
      for (const summary of await page.locator('.coverage summary').all()) await summary.click();
    },
    shows: async (page) => {
      await text(`All ${EVENT_REPORTS.length} name `)(page);
      assert.equal(await page.locator('.coverage details:not([open])').count(), 0);
    },
  },
  { name: 'video', path: KINDS.video, shows: visible('.video-play') },
  {
    name: 'video that plays',
    path: KINDS.video,
    before: ({ page }) =>
      page.route('https://www.youtube-nocookie.com/**', (route) =>
        route.fulfill({ contentType: 'text/html', body: '<!doctype html><html lang="en"><title>A player</title>' }),
      ),
    steps: ({ page }) => page.click('.video-play'),
    shows: visible('iframe.video'),
  },
  { name: 'archive', path: KINDS.archive, shows: heading('archive page 1') },
  { name: 'settings', path: KINDS.settings, shows: heading('Settings') },
  {
    name: 'older stories',
    steps: ({ page }) => page.click('text=Older stories'),
    // The reports on one event share a card.
    shows: cards(SHOWN_STORIES - EVENT_REPORTS.length + 1),
  },
  { name: 'event', path: KINDS.event, shows: text('3 reports from') },
  { name: 'top stories', path: '?sort=top', shows: visible('.why-here') },

  { name: 'search', path: 'search/', shows: text('in any script') },
  { name: 'search results', path: 'search/?q=story', shows: cards(10) },
  {
    name: 'search typing',
    path: 'search/',
    steps: ({ page }) => page.fill('.search-form input', 'sto'),
    shows: cards(10),
  },
  { name: 'search with a correction', path: 'search/?q=stroy', shows: text('Nothing for') },
  { name: 'search without results', path: 'search/?q=qqqqq', shows: heading('Nothing found for “qqqqq”.') },
  {
    name: 'search offline',
    path: 'search/',
    steps: async ({ page, context }) => {
      await page.waitForFunction(() => document.activeElement?.matches('.search-form input'));
      await context.setOffline(true);
      await page.keyboard.type('report');
    },
    shows: heading(strings.failed.stories),
  },

  { name: 'page not found', path: 'nowhere/', shows: heading('This page does not exist.') },
  { name: 'story not found', path: 'articles/no/such/', shows: heading('This story is not in the paper.') },
  { name: 'topic not found', path: 'topics/alchemy/', shows: heading('This topic does not exist.') },
  {
    name: 'provider not found',
    path: 'providers/none.example/',
    shows: heading('No stories from this provider.'),
  },
  {
    name: 'empty feed',
    before: answer('data/feeds/topics/literature/head.json', { total: 0, pages: 0, articles: [] }),
    steps: toTopic('literature'),
    shows: heading('No stories here.'),
  },
  {
    name: 'only drafts',
    path: KINDS.settings,
    before: async (visit) => {
      const edition = (await (await fetch(`${visit.site.url}data/edition.json`)).json()) as object;
      await answer('data/edition.json', { ...edition, total: 0, drafts: 2 })(visit);
      await answer('data/feeds/all/head.json', { total: 0, pages: 0, articles: [] })(visit);
    },
    steps: ({ page }) => page.click('.nameplate a'),
    shows: text('All 2 files are drafts.'),
  },

  {
    name: 'stories that did not arrive whole',
    before: ({ site }) => site.faults.set('data/feeds/topics/society/head.json', 'truncated'),
    steps: toTopic('society'),
    shows: text('The file is incomplete'),
  },
  {
    name: 'host out of reach',
    before: ({ site }) => site.faults.set('data/feeds/topics/society/head.json', 500),
    steps: toTopic('society'),
    shows: text('The server could not be reached.'),
  },
  {
    name: 'offline',
    steps: async (visit) => {
      await visit.context.setOffline(true);
      await toTopic('society')(visit);
    },
    shows: visible('#notice p'),
  },
  {
    name: 'edition of a newer format',
    before: async (visit) => {
      await answer('data/edition.json', { format: 1_000_000 })(visit);
      await answer('data/feeds/topics/society/head.json', {})(visit);
    },
    steps: toTopic('society'),
    shows: text('There is a newer edition'),
  },
  {
    name: 'older stories that did not arrive',
    before: ({ site }) => site.faults.set('data/feeds/all/1.json', 'html'),
    steps: ({ page }) => page.click('text=Older stories'),
    shows: heading('The older stories could not be loaded.'),
  },
  {
    name: 'article of which only its card arrived',
    before: ({ site }) => site.faults.set(NEWEST_FILE, 'truncated'),
    steps: ({ page }) => page.click('h3 a'),
    shows: heading('The rest of this story could not be loaded.'),
  },
  {
    name: 'topics that did not arrive, in the panel',
    only: 'desk',
    before: ({ site }) => site.faults.set('data/topics.json', 'truncated'),
    steps: openPanel,
    shows: heading('The list of topics could not be loaded.'),
  },
  {
    name: 'page whose code is gone',
    before: ({ site }) => breakCode(site, 'settings-page'),
    steps: ({ page }) => page.locator('.page-footer a[href$="/settings/"]').click(),
    shows: heading('This page cannot be shown.'),
  },
  {
    name: 'note that a part is gone',
    before: ({ site }) => breakCode(site, 'filter-'),
    steps: ({ page }) => page.locator('.all-topics, .bottom-bar [aria-haspopup] >> visible=true').first().click(),
    shows: visible('#notice button'),
  },
  {
    name: 'page while the line is down',
    steps: ({ context }) => context.setOffline(true),
    shows: visible('#notice p'),
  },

  {
    name: 'feed on its way',
    before: ({ site }) => site.faults.set('data/feeds/topics/society/head.json', 'silent'),
    steps: toTopic('society'),
    shows: visible('.skeleton .card i'),
  },
  {
    name: 'article on its way',
    before: ({ site }) => site.faults.set(NEWEST_FILE, 'silent'),
    steps: ({ page }) => page.click('h3 a'),
    shows: visible('.article .skeleton i'),
  },
  {
    name: 'filter on its way',
    before: ({ site }) => site.faults.set('data/days.json', 'silent'),
    path: KINDS.topic,
    steps: ({ page, site }) => page.goto(`${site.url}?topics=physics,space&period=2026`),
    shows: async (page) => {
      await heading('Physics or Space')(page);
      await visible('.skeleton .card')(page);
    },
  },

  {
    name: 'filter, any of two topics',
    path: '?topics=space,society',
    shows: found('Space or Society', ({ topics }) => topics.includes('Space') || topics.includes('Society'), [
      'report',
      'arabic',
    ]),
  },
  {
    name: 'filter, both topics',
    path: '?topics=space,physics&match=all',
    shows: found('Space and Physics', ({ topics }) => topics.includes('Space') && topics.includes('Physics')),
  },
  {
    name: 'filter of all kinds',
    path: '?topics=space,society&not=physics&provider=p2.example&period=2026&sort=oldest',
    shows: async (page) => {
      await found(
        'Space or Society',
        ({ topics, domain }) =>
          (topics.includes('Space') || topics.includes('Society')) &&
          !topics.includes('Physics') &&
          domain === 'p2.example',
      )(page);
      assert.equal(await page.locator('.active-filter').count(), 6);
    },
  },
  {
    name: 'filter that nothing matches',
    path: '?topics=culture,literature&match=all',
    shows: heading('No story has both topics.'),
  },
  {
    name: 'filter of many things that nothing matches',
    path: '?topics=culture,literature&match=all&not=society&period=2022',
    shows: heading('No story matches this filter.'),
  },

  { name: 'panel', only: 'desk', steps: openPanel, shows: visible('.topic-tree') },
  {
    name: 'panel with choices',
    only: 'desk',
    path: '?topics=space,society&match=all&not=physics,technology&provider=p2.example&period=year',
    steps: openPanel,
    shows: async (page) => {
      await page.locator('.provider-choice :checked').waitFor();
      assert.equal(await page.locator('.topic-tree [aria-pressed=true]').count(), 2);
    },
  },
  {
    name: 'panel with a word typed',
    only: 'desk',
    steps: async (visit) => {
      await openPanel(visit);
      await visit.page.fill('.filter-find input', 'pa');
    },
    shows: async (page) => {
      await page.locator('.filter-suggestions mark').first().waitFor();
      await page.locator('h2', { hasText: 'Providers' }).waitFor();
    },
  },
  {
    name: 'panel with nothing found',
    only: 'desk',
    steps: async (visit) => {
      await openPanel(visit);
      await visit.page.fill('.filter-find input', 'zzz');
    },
    shows: text('No topic or provider matches “zzz”.'),
  },
  {
    name: 'calendar',
    only: 'desk',
    steps: async (visit) => {
      await openPanel(visit);
      await visit.page.click('.calendar-toggle');
    },
    shows: visible('.news-calendar td button'),
  },
  {
    name: 'calendar with a day chosen',
    only: 'desk',
    path: '?period=2026-11-20',
    steps: openPanel,
    shows: visible('.news-calendar td [aria-pressed=true]'),
  },
  {
    name: 'calendar with a year chosen',
    only: 'desk',
    path: '?period=2026',
    steps: openPanel,
    shows: visible('.news-calendar .chip[aria-pressed=true]'),
  },
  { name: 'sheet', only: 'phone', steps: openSheet, shows: visible('dialog .topic-tree') },
  {
    name: 'sheet with choices',
    only: 'phone',
    path: 'topics/space/?not=physics&period=2026-11-22',
    steps: openSheet,
    shows: visible('dialog .topic-tree [aria-pressed=true]'),
  },
  {
    name: 'open menu of a card',
    steps: openMenu,
    shows: visible('.card-menu li:nth-child(3)'),
  },
  {
    name: 'card menu that asks what to hide',
    steps: async (visit) => {
      await openMenu(visit);
      await visit.page.getByRole('button', { name: 'Hide stories like this…' }).click();
    },
    shows: visible('.hide-row'),
  },
  {
    name: 'saved stories',
    path: 'settings/',
    steps: async (visit) => {
      await importReader(visit.page, await readerFile(visit.site.url));
      await visit.page.goto(`${visit.site.url}saved/`);
    },
    shows: visible('.saved-controls ~ .group .card-tools'),
  },
  {
    name: 'settings in a sheet',
    steps: async ({ page }) => {
      await page.mouse.move(1, 1);
      // The code that opens the sheet loads after the first interaction.
      await page.locator('.undo-toast').waitFor({ state: 'attached' });
      await page.locator('.masthead a, .bottom-bar a').filter({ hasText: 'Settings', visible: true }).click();
    },
    shows: visible('.settings-sheet .setting:nth-of-type(7)'),
  },
  {
    name: 'size of what will be kept for offline',
    path: KINDS.topic,
    steps: ({ page }) => openKeepSheet(page),
    shows: visible('.keep-sheet .button-primary'),
  },
  {
    name: 'keeping for offline that fails',
    path: KINDS.topic,
    before: ({ site }) => site.faults.set('data/offline/1.json', 'truncated'),
    steps: async ({ page }) => {
      await openKeepSheet(page);
      await startKeeping(page);
    },
    shows: visible('.keep-sheet [role=alert] .button'),
  },
  {
    name: 'kept for offline, in the settings',
    path: KINDS.topic,
    steps: async ({ page, site }) => {
      await keepCollection(page);
      await page.goto(`${site.url}settings/`);
    },
    shows: visible('.kept-selection .button'),
  },
  { name: 'no saved stories', path: 'saved/', shows: heading('You have no saved stories.') },
  {
    name: 'rules that hide stories',
    path: 'settings/',
    steps: async (visit) => {
      await importReader(visit.page, await readerFile(visit.site.url));
      await visit.page.goto(`${visit.site.url}settings/hidden/`);
    },
    shows: visible('.reader-rows li:nth-child(3)'),
  },
  {
    name: 'followed topics',
    path: 'settings/',
    steps: async (visit) => {
      await importReader(visit.page, await readerFile(visit.site.url));
      await visit.page.goto(`${visit.site.url}following/`);
    },
    shows: visible('.reader-rows ~ .group .card'),
  },
  {
    name: 'import that is done',
    path: 'settings/',
    steps: async (visit) => importReader(visit.page, await readerFile(visit.site.url)),
    shows: visible('.undo-toast button'),
  },
  {
    name: 'import that failed',
    path: 'settings/',
    steps: (visit) => chooseFile(visit.page, '{}'),
    shows: text('This file is not an export of this site.'),
  },
  {
    name: 'summary of an import',
    path: 'settings/',
    steps: async (visit) => chooseFile(visit.page, await readerFile(visit.site.url)),
    shows: text('The file has 2 saved stories'),
  },
  { name: 'list', before: store('density', 'list'), shows: visible('[data-density=list] .card') },
  { name: 'headlines', before: store('density', 'headlines'), shows: visible('[data-density=headlines] .card') },
  { name: 'largest text', before: store('text-size', 'larger'), shows: visible('[data-text-size=larger] .card') },
  {
    name: 'new stories',
    steps: async ({ page, site }) => {
      const file = `${site.url}data/feeds/all/head.json`;
      const head = (await (await fetch(file)).json()) as { total: number; articles: object[] };
      const articles = [{ ...head.articles[0], slug: 'a/new/one', title: 'News' }, ...head.articles];
      await page.route(file, (route) => route.fulfill({ json: { ...head, total: head.total + 1, articles } }));
      await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    },
    shows: visible('.new-stories >> text=1 new story'),
  },
  { name: 'right-to-left front page', on: 'arabic', shows: visible('html[dir=rtl] .card') },
  {
    name: 'right-to-left panel',
    on: 'arabic',
    only: 'desk',
    steps: openPanel,
    shows: visible('html[dir=rtl] .topic-tree'),
  },
  { name: 'front page of long words', on: 'odd', shows: visible('.badge') },
  { name: 'article of long words', on: 'odd', steps: ({ page }) => page.click('h3 a'), shows: visible('.prose table') },
];

/** The widths of a state in CSS pixels: phone, tablet and desktop. */
export function widthsOf({ only }: State): number[] {
  if (only === 'phone') return [390];
  return only === 'desk' ? [768, 1280] : [390, 768, 1280];
}

function cards(count: number) {
  return (page: Page): Promise<unknown> =>
    page.waitForFunction((wanted) => document.querySelectorAll('article.card').length === wanted, count);
}

function visible(selector: string) {
  return (page: Page): Promise<void> => page.locator(selector).first().waitFor();
}

function text(words: string) {
  return (page: Page): Promise<void> => page.locator('#root').getByText(words).first().waitFor();
}

function heading(words: string) {
  return (page: Page): Promise<void> => page.locator('h1, h2', { hasText: words }).first().waitFor();
}

/** Checks the page of a filter: its title, and the number of ordinary and special stories that match. */
function found(title: string, passes: (story: PaperStory) => boolean, special: string[] = []) {
  const count = paperStories(PLAIN_STORIES).filter(passes).length + special.length;
  return async (page: Page): Promise<void> => {
    await heading(title)(page);
    await cards(count)(page);
  };
}

/**
 * Clicks the link of a topic in the footer, so that the app fetches the data of the page. On phones the topics are
 * behind a disclosure.
 */
function toTopic(slug: string) {
  return ({ page }: Visit): Promise<void> =>
    page.locator(`.footer-topics a[href$="/topics/${slug}/"]`).evaluate((link: HTMLElement) => link.click());
}

function openPanel({ page }: Visit): Promise<void> {
  return page.click('.all-topics');
}

async function openMenu({ page }: Visit): Promise<void> {
  await page.mouse.move(1, 1);
  await page.locator('.menu-tool').first().click();
}

function openSheet({ page }: Visit): Promise<void> {
  return page.click('.bottom-bar a[aria-haspopup]');
}

function answer(file: string, json: object) {
  return ({ page, site }: Visit): Promise<unknown> => page.route(site.url + file, (route) => route.fulfill({ json }));
}

/** Changes the first story of a topic to something that the pipeline never writes. */
/** The chunks whose names begin with this are missing. */
function breakCode(site: StaticServer, name: string): void {
  site.failing = (file) => (file.startsWith(`assets/${name}`) ? 404 : undefined);
}

function store(key: string, value: string) {
  return ({ page }: Visit): Promise<unknown> =>
    page.addInitScript(([name, set]) => localStorage.setItem(`broadsheet:${name}`, set), [key, value] as const);
}
