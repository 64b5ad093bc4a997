import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { coverageStrings } from '../../src/app/article/coverage/coverage-strings.ts';
import { articleStrings } from '../../src/app/article/page/article-strings.ts';
import { filterStrings } from '../../src/app/filter/filter-strings.ts';
import { strings } from '../../src/app/i18n/strings.ts';
import { eventStrings } from '../../src/app/pages/event/event-strings.ts';
import { settingsStrings } from '../../src/app/pages/settings/settings-strings.ts';
import { notFoundStrings } from '../../src/app/states/not-found-strings.ts';
import { launchBrowser, type PageOptions, type TestBrowser } from '../support/browser.ts';
import { buildFolder } from '../support/build-site.ts';
import { findViolations } from '../support/find-violations.ts';
import { waitForEffects, waitForHydration } from '../support/hydration.ts';
import { svg } from '../support/image-files.ts';
import { watchShifts } from '../support/layout-shift.ts';
import { focusedText, isSameDocument, markDocument, tabTo } from '../support/reader.ts';
import { interact, type Seed, seed, titles, visit, waitForStore } from '../support/reader-page.ts';
import { type StaticServer, serveFolder } from '../support/static-server.ts';
import { writeContent } from '../support/temp-content.ts';
import { NOW } from '../support/test-paper.ts';

interface Report {
  title: string;
  at: string;
  provider: string;
  topic?: string;
  excerpt?: string;
  lines?: string;
}

const fileOf = ({ title, at, provider, topic = 'Plain', excerpt = '', lines = '' }: Report): string => `---
title: ${title}
excerpt: ${excerpt}
publishedDateTime: ${at}
webUrl: ${urlOf(provider, at)}
topics: [${topic}]
provider: { name: The ${provider}, domain: ${provider.toLowerCase()}.example }
${lines}
---
`;

const urlOf = (provider: string, at: string): string =>
  `https://www.${provider.toLowerCase()}.example/${Date.parse(at)}`;

const FIRST: Pick<Report, 'title' | 'excerpt'> = {
  title: 'Fire in the fish hall of Marwick harbour',
  excerpt: 'Crews from Marwick and Tollen fight the flames. Nobody was hurt, said the harbour master, Ada Quill.',
};

/** Six reports on one event, oldest first. That of the Ledger leads; the Herald has the text of the Beacon. */
const FIRE: Record<string, Report> = {
  'fire-eve': {
    title: 'Marwick fish hall fails a test of its sprinklers',
    at: '2026-11-19T01:00:00Z',
    provider: 'Post',
    topic: 'Town',
  },
  'fire-beacon': { ...FIRST, at: '2026-11-23T06:20:00Z', provider: 'Beacon', topic: 'Town' },
  'fire-herald': { ...FIRST, at: '2026-11-23T07:10:00Z', provider: 'Herald', topic: 'Wire' },
  'fire-courier': {
    title: 'Ferry to Tollen waits while Marwick fish hall burns',
    excerpt: 'Smoke closed the harbour for four hours. Quill, the harbour master, let the first boat sail at noon.',
    at: '2026-11-23T09:05:00Z',
    provider: 'Courier',
    topic: 'Harbour',
  },
  'fire-ledger': {
    title: 'Marwick council will rebuild its burnt fish hall, with help from Tollen',
    excerpt: 'Both towns share the cost. The harbour stays open, and Ada Quill hopes for a roof before winter.',
    at: '2026-11-23T11:00:00Z',
    provider: 'Ledger',
    topic: 'Harbour',
    lines: 'quality: 9\nimage: plate.svg',
  },
  'fire-mail': {
    title: 'What became of the fish of Marwick',
    at: '2026-11-23T15:40:00Z',
    provider: 'Mail',
    topic: 'Harbour',
  },
};

/** Two reports of one provider, which have no page. */
const STORM: Record<string, Report> = {
  'storm-one': { title: 'Storm over Tesk', at: '2026-11-23T04:00:00Z', provider: 'Tide' },
  'storm-two': { title: 'Roofs are gone in Tesk', at: '2026-11-23T05:00:00Z', provider: 'Tide' },
};

/** The number of stories on no event. Two are newer than those on the fire. */
const PLAIN = 40;

const plain = (number: number): [string, Report] => {
  const at = Date.parse(number < 2 ? '2026-11-23T17:00:00Z' : '2026-11-22T22:00:00Z') - number * 3_600_000;
  return [`plain-${number}`, { title: `Plain ${number}`, at: new Date(at).toISOString(), provider: 'Source' }];
};

const STORIES = { ...FIRE, ...STORM, ...Object.fromEntries(Array.from({ length: PLAIN }, (_, n) => plain(n))) };

const content = (): Record<string, string> => ({
  'site.yaml': 'title: The Test Paper\nlanguage: en-GB\norder: newest\nsingleSource: show\n',
  'plate.svg': svg(1200, 800).toString(),
  ...Object.fromEntries(
    Object.entries(STORIES).map(([slug, story]) => {
      const event = /^(?:fire|storm)/.exec(slug)?.[0];
      return [`${slug}.md`, fileOf({ ...story, lines: `${story.lines ?? ''}\n${event ? `coverage: ${event}` : ''}` })];
    }),
  ),
});

const titleOf = (slug: string): string => STORIES[slug]?.title ?? '';
const titlesOf = (...slugs: string[]): string[] => slugs.map(titleOf);

const nameOf = (slug: string): string => `The ${STORIES[slug]?.provider}`;
const sourceOf = (slug: string): string => urlOf(STORIES[slug]?.provider ?? '', STORIES[slug]?.at ?? '');

/** The titles, pages and sources of other reports. */
const rowsOf = (...slugs: string[]): unknown[] =>
  slugs.map((slug) => [titleOf(slug), `/articles/${slug}/`, nameOf(slug), sourceOf(slug)]);

const LEAD = titleOf('fire-ledger');
const OTHERS = ['fire-eve', 'fire-beacon', 'fire-courier'];
const EVENT = 'events/fire-eve/';

let browser: TestBrowser;
let site: StaticServer;

beforeAll(async () => {
  const folder = await buildFolder({ CONTENT_DIR: writeContent(content()) });
  [browser, site] = await Promise.all([launchBrowser(), serveFolder(folder)]);
});
afterAll(async () => {
  await Promise.all([browser.close(), site.close()]);
});

async function open(path = '', options: PageOptions = {}) {
  const reader = await browser.newPage({ now: NOW, isWarm: true, ...options });
  await reader.page.goto(site.url + path);
  await waitForHydration(reader.page);
  return reader;
}

/** The item of a list that shows the fire. */
const itemOf = (page: Page) => page.locator('.stories > li', { has: page.locator(`a[href="/${EVENT}"]`) });

/** What is visible of the other reports of an item of a list. */
const readRows = (item: ReturnType<typeof itemOf>) =>
  item.locator('.event-rows > li:visible').evaluateAll((rows) =>
    rows.map((row) => {
      const [title, source] = [row.querySelector('h4 a'), row.querySelector('.event-source')];
      return [title?.textContent, title?.getAttribute('href'), source?.textContent, source?.getAttribute('href')];
    }),
  );

const visibleTitles = (page: Page): Promise<string[]> => page.locator('.stories h3:visible').allTextContents();

const firePart = (list: string[]): string[] =>
  list.filter((title) => Object.values(FIRE).some((report) => report.title === title));

/** Waits until the page of this headline has the focus on it. */
async function waitForFocus(page: Page, title: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => document.activeElement?.matches('h1') && document.activeElement.textContent === wanted,
    title,
  );
}

/** Opens the settings for a reader who has stored something, and watches the layout of the pages that follow. */
async function openWith(stored: Seed) {
  const reader = await browser.newPage({ now: NOW });
  await visit(reader.page, `${site.url}settings/`);
  await seed(reader.page, stored);
  return { ...reader, shifts: await watchShifts(reader.page) };
}

describe('without JavaScript', () => {
  let reader: Awaited<ReturnType<TestBrowser['newPage']>>;

  beforeAll(async () => {
    reader = await browser.newPage({ javaScriptEnabled: false, now: NOW });
  });
  afterAll(() => reader.close());

  test('the front page has an event once, with the headlines and links of other sources', async () => {
    const { page } = reader;
    await page.goto(site.url);
    const list = await titles(page);
    expect(firePart(list)).toEqual([LEAD]);
    // At the place of its newest report.
    expect(list.slice(0, 4)).toEqual(['Plain 0', 'Plain 1', LEAD, titleOf('storm-one')]);
    const item = itemOf(page);
    expect(await readRows(item)).toEqual(rowsOf(...OTHERS));
    expect(await item.locator('.source-link').getAttribute('href')).toBe(sourceOf('fire-ledger'));
    expect(await item.locator('.event-more').textContent()).toBe(strings.event.moreSources({ count: 1 }));
    // An event of two reports has no page.
    const small = page.locator('.stories > li', { hasText: titleOf('storm-one') });
    expect(await readRows(small)).toEqual(rowsOf('storm-two'));
    expect(await small.locator('.event-more').count()).toBe(0);
    await item.locator('.event-more').click();
    await page.waitForURL(`**/${EVENT}`);
    expect(await page.textContent('h1')).toBe(LEAD);
  });

  test('a topic shows an event with the reports that it has', async () => {
    const { page } = reader;
    await page.goto(`${site.url}topics/town/`);
    expect(await titles(page)).toEqual([titleOf('fire-eve')]);
    expect(await readRows(itemOf(page))).toEqual(rowsOf('fire-beacon'));
  });

  test('the page of an event has all reports by time, who was first, and what each adds', async () => {
    const { page } = reader;
    await page.goto(site.url + EVENT);
    expect(await page.title()).toBe(`${eventStrings.pageTitle({ title: LEAD })} · The Test Paper`);
    // There is no list whose order it could name.
    expect(await page.locator('.bottom-bar small').textContent()).toBe(strings.topicsAndFilter);
    expect(await page.locator('.event-count').textContent()).toBe('6 reports from 5 sources');
    const originals = Object.keys(FIRE).filter((slug) => slug !== 'fire-herald');
    expect(await page.locator('.event-list h3').allTextContents()).toEqual(titlesOf(...originals));
    expect(await page.locator('.event-sources li').allTextContents()).toEqual([
      `The Post ${eventStrings.wasFirst}`,
      ...['Beacon', 'Herald', 'Courier', 'Ledger', 'Mail'].map((name) => `The ${name}`),
    ]);
    await page.getByText(eventStrings.sameText({ count: 1 })).click();
    expect(await readRows(page.locator('.event-list > li', { hasText: FIRST.title }))).toEqual(rowsOf('fire-herald'));
    const texts = await page.locator('.event-list > li').evaluateAll((items) =>
      items.map((item) => ({
        text: `${item.querySelector('h3')?.textContent} ${item.querySelector('.excerpt')?.textContent ?? ''}`,
        added: [...item.querySelectorAll('.event-added em')].map((word) => word.textContent),
      })),
    );
    expect(texts.map(({ added }) => added.length > 0)).toEqual([false, true, true, true, true]);
    for (const [index, { text, added }] of texts.entries()) {
      const earlier = texts.slice(0, index).map((one) => one.text.toLowerCase());
      expect(added.filter((word) => !text.includes(word))).toEqual([]);
      expect(added.filter((word) => earlier.some((other) => other.includes(word.toLowerCase())))).toEqual([]);
    }
  });

  test('an article says so if no other provider reports its event', async () => {
    const { page } = reader;
    const notes: Record<string, string[]> = {};
    for (const slug of ['plain-3', 'storm-one', 'fire-herald']) {
      await page.goto(`${site.url}articles/${slug}/`);
      notes[slug] = await page.locator('.single-source').allTextContents();
    }
    const note = [articleStrings.singleSource];
    expect(notes).toEqual({ 'plain-3': note, 'storm-one': note, 'fire-herald': [] });
  });
});

test('the front page and the page of an event hydrate without a warning, and nothing shifts', async () => {
  const { page, errors, close } = await browser.newPage({ now: NOW });
  const shifts = await watchShifts(page);
  // At the second height the whole list is in view from the start.
  for (const [path, width, height] of [
    ['', 390, 844],
    ['', 1280, 4800],
    [EVENT, 390, 844],
    [EVENT, 1280, 800],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.goto(site.url + path);
    await waitForEffects(page);
    await interact(page);
    await page.locator('.card .menu-tool').first().waitFor();
    expect(await shifts.total(), `/${path} ${width}`).toBe(0);
  }
  expect(errors).toEqual([]);
  await close();
});

test('axe finds no violation on the front page and on the page of an event, and none scrolls horizontally', async () => {
  const { page, close } = await open('', { width: 1280, reducedMotion: 'reduce' });
  expect(await findViolations(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await itemOf(page).locator('.event-more').click();
  await waitForFocus(page, LEAD);
  await page.getByText(eventStrings.sameText({ count: 1 })).click();
  expect(await findViolations(page)).toEqual([]);
  for (const width of [320, 390]) {
    await page.setViewportSize({ width, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
  await page.goBack();
  await itemOf(page).waitFor();
  for (const width of [320, 390, 768, 1280]) {
    await page.setViewportSize({ width, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
  await close();
});

describe('with the keyboard', () => {
  test('Tab leads from the headline to each other one and its source, then to all reports', async () => {
    const { page, close } = await open();
    await tabTo(page, '.stories a[href="/articles/fire-ledger/"]');
    expect(await focusedText(page)).toBe(LEAD);
    await tabTo(page, '.event-rows a', 6);
    const reached: string[] = [await focusedText(page)];
    const pairs = OTHERS.flatMap((slug) => [titleOf(slug), nameOf(slug)]);
    while (reached.length <= pairs.length) {
      await page.keyboard.press('Tab');
      reached.push(await focusedText(page));
    }
    expect(reached).toEqual([...pairs, strings.event.moreSources({ count: 1 })]);
    await page.keyboard.press('Enter');
    await waitForFocus(page, LEAD);
    expect(new URL(page.url()).pathname).toBe(`/${EVENT}`);
    await close();
  });

  test('J and K step over cards: an event is one', async () => {
    const { page, close } = await open();
    const press = async (key: string, title: string): Promise<void> => {
      await page.keyboard.press(key);
      await page.waitForFunction((wanted) => document.activeElement?.textContent === wanted, title);
    };
    for (const title of ['Plain 0', 'Plain 1', LEAD, titleOf('storm-one')]) await press('j', title);
    for (const title of [LEAD, 'Plain 1']) await press('k', title);
    expect(await focusedText(page)).toBe('Plain 1');
    await close();
  });
});

describe('the page of an event', () => {
  test('opens in place, with the focus on its headline, and leads to articles and back', async () => {
    const { page, errors, close } = await open();
    await markDocument(page);
    await itemOf(page).locator('.event-more').click();
    await waitForFocus(page, LEAD);
    expect(await page.title()).toBe(`${eventStrings.pageTitle({ title: LEAD })} · The Test Paper`);
    expect(new URL(page.url()).pathname).toBe(`/${EVENT}`);
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
    await page
      .locator('.event-list')
      .getByRole('link', { name: titleOf('fire-courier'), exact: true })
      .click();
    await waitForFocus(page, titleOf('fire-courier'));
    await page.getByRole('link', { name: coverageStrings.allReports({ count: 6 }) }).click();
    await waitForFocus(page, LEAD);
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: titleOf('fire-courier') }).waitFor();
    expect(await isSameDocument(page)).toBe(true);
    expect(errors).toEqual([]);
    await close();
  });

  // These have no file: the host answers with 404.html.
  test.each([
    ['of a later report leads to the event', 'events/fire-mail/', `/${EVENT}`, LEAD],
    ['of an event without a page leads to its article', 'events/storm-one/', '/articles/storm-one/', 'Storm over Tesk'],
    ['of an article of no event leads to that', 'events/plain-3/', '/articles/plain-3/', 'Plain 3'],
  ])('at the address %s', async (_, path, target, title) => {
    const { page, close } = await open();
    const response = await page.goto(site.url + path);
    expect(response?.status()).toBe(404);
    await page.waitForURL(`**${target}`);
    await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
    // The former address is not in the history.
    await page.goBack();
    await page.waitForURL(site.url);
    await close();
  });

  test('at the address of what is not in the paper says so', async () => {
    const { page, close } = await open('events/withdrawn/');
    await page.getByRole('heading', { level: 1, name: notFoundStrings.event }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/events/withdrawn/');
    await close();
  });
});

describe('for a reader who hides the provider', () => {
  const hide = (name: string): Seed => ({
    hidden: { [`provider:${name.toLowerCase()}.example`]: [1, { name: `The ${name}` }] },
  });

  test('of the lead, its card gives way before the first paint, nothing shifts, and the next report leads later', async () => {
    const { page, shifts, errors, close } = await openWith(hide('Ledger'));
    // The code of the app does not arrive: this is what the page shows before hydration.
    site.failing = (file) => (/^assets\/.*\.js$/.test(file) ? 'silent' : undefined);
    await page.goto(site.url, { waitUntil: 'commit' });
    await itemOf(page).locator('.event-more').waitFor();
    expect(firePart(await visibleTitles(page))).toEqual([]);
    expect(await readRows(itemOf(page))).toEqual(rowsOf(...OTHERS));

    site.failing = undefined;
    await page.goto(site.url);
    await page.locator('.hidden-note button').waitFor();
    expect(firePart(await visibleTitles(page))).toEqual([]);
    expect(await readRows(itemOf(page))).toEqual(rowsOf(...OTHERS));
    expect(await shifts.total()).toBe(0);

    await page.locator('.topic-bar').getByRole('link', { name: 'Wire', exact: true }).click();
    await page.waitForURL('**/topics/wire/');
    await page.getByRole('link', { name: 'The Test Paper' }).first().click();
    await page.locator('.stories h3', { hasText: titleOf('fire-eve') }).waitFor();
    expect(firePart(await visibleTitles(page))).toEqual([titleOf('fire-eve')]);
    expect(await readRows(itemOf(page))).toEqual(rowsOf('fire-beacon', 'fire-courier', 'fire-mail'));
    expect(errors.filter((error) => /ydrat|React error/.test(error))).toEqual([]);
    await close();
  });

  test('of another report, that is not there, and nothing shifts', async () => {
    const { page, shifts, errors, close } = await openWith(hide('Beacon'));
    await page.goto(site.url);
    await page.locator('.hidden-note button').waitFor();
    expect(firePart(await visibleTitles(page))).toEqual([LEAD]);
    expect(await readRows(itemOf(page))).toEqual(rowsOf('fire-eve', 'fire-courier'));
    expect(await shifts.total()).toBe(0);
    expect(errors).toEqual([]);
    await close();
  });
});

test('reports on one event have a card each if the reader wants them separate, and nothing shifts', async () => {
  const { page, close, errors } = await browser.newPage({ now: NOW });
  await visit(page, `${site.url}settings/`);
  const { legend, options } = settingsStrings.settings.events;
  await page.getByRole('group', { name: legend }).getByText(options.separate, { exact: true }).click();
  await waitForStore(page);
  const shifts = await watchShifts(page);
  await page.goto(site.url);
  await page.locator('html:not([data-filtered])').waitFor({ state: 'attached' });
  const inHead = Object.keys(FIRE).filter((slug) => slug !== 'fire-eve');
  expect(firePart(await visibleTitles(page)).sort()).toEqual(titlesOf(...inHead).sort());
  expect(await page.locator('.event').count()).toBe(0);
  expect(await shifts.total()).toBe(0);
  expect(errors).toEqual([]);
  await close();
});

describe('a filter', () => {
  const count = (page: Page) => page.locator('.filter-title p').first();

  test('of topics shows an event with the reports that match, and counts articles', async () => {
    const { page, close } = await open('?topics=harbour&not=wire');
    await itemOf(page).waitFor();
    expect(await visibleTitles(page)).toEqual([LEAD]);
    expect(await readRows(itemOf(page))).toEqual(rowsOf('fire-courier', 'fire-mail'));
    expect(await count(page).textContent()).toBe(strings.stories({ count: 3 }));
    await close();
  });

  test('of unread stories leaves out reports that are read, and counts articles', async () => {
    const { page, close } = await open('articles/fire-ledger/');
    await interact(page);
    await page.locator('.copy-tool').waitFor();
    await waitForStore(page);
    await page.goto(`${site.url}?topics=harbour&not=wire&show=unread`);
    await page.locator('.stories > li').first().waitFor();
    await page.locator('html:not([data-filtered])').waitFor({ state: 'attached' });
    expect(await count(page).textContent()).toBe(filterStrings.unreadOf({ unread: 2, count: 3 }));
    expect(await visibleTitles(page)).toEqual([titleOf('fire-courier')]);
    expect(await readRows(itemOf(page))).toEqual(rowsOf('fire-mail'));
    await close();
  });
});

test('a longer list does not repeat an event', async () => {
  const { page, close } = await open();
  const before = await titles(page);
  await page.getByRole('link', { name: strings.older }).click();
  // Six reports have one card, and two have one.
  await page.waitForFunction((length) => document.querySelectorAll('.stories h3').length >= length, PLAIN + 2);
  const after = await titles(page);
  expect(firePart(after)).toEqual([LEAD]);
  expect(after).toHaveLength(PLAIN + 2);
  expect(before.length).toBeLessThan(after.length);
  expect(await readRows(itemOf(page))).toEqual(rowsOf(...OTHERS));
  await close();
});

describe('for a reader who hides providers, and with other filters,', () => {
  const hide = (name: string): Seed => ({
    hidden: { [`provider:${name.toLowerCase()}.example`]: [1, { name: `The ${name}` }] },
  });

  test('the page of an event has no shift if the only report of a day is hidden', async () => {
    const { page, shifts, close } = await openWith(hide('Post'));
    await page.goto(site.url + EVENT);
    await page.locator('.hidden-note button').waitFor();
    expect(await shifts.total()).toBe(0);
    await close();
  });

  test('a hidden report with copies is not painted on the page of an event', async () => {
    const { page, close } = await openWith(hide('Beacon'));
    site.failing = (file) => (/^assets\/.*\.js$/.test(file) ? 'silent' : undefined);
    await page.goto(site.url + EVENT, { waitUntil: 'commit' });
    await page.locator('.event-list h3', { hasText: 'What became of the fish' }).waitFor();
    const painted = await page.locator('.event-list .card:visible .byline').allTextContents();
    site.failing = undefined;
    await close();
    expect(painted.filter((text) => text.includes('Beacon'))).toEqual([]);
  });

  test('a list has no empty item if both reports of an event are hidden', async () => {
    const { page, close } = await openWith(hide('Tide'));
    await page.goto(site.url);
    await page.locator('.hidden-note button').waitFor();
    const texts = await page
      .locator('.stories > li:visible')
      .evaluateAll((items) => items.map((one) => one.textContent.trim()));
    await close();
    expect(texts.filter((text) => text === '')).toEqual([]);
  });

  test('the first list that the app renders has the next lead', async () => {
    const { page, close } = await openWith(hide('Ledger'));
    await page.getByRole('link', { name: 'The Test Paper' }).first().click();
    await page.locator('.hidden-note button').waitFor();
    const list = firePart(await visibleTitles(page));
    await close();
    expect(list).toEqual([titleOf('fire-eve')]);
  });

  test('a filter at the address of a topic has the lead of the topic, and the link to all reports', async () => {
    const { page, close } = await open('topics/harbour/?show=unread');
    await page.locator('html:not([data-filtered])').waitFor({ state: 'attached' });
    await page.locator('.stories h3:visible').first().waitFor();
    const [list, links] = [await visibleTitles(page), await page.locator('.event-more').allTextContents()];
    await close();
    expect(list).toEqual([LEAD]);
    expect(links).toEqual([strings.event.allReports({ count: 6 })]);
  });

  test('the name of the link to all reports has its visible text', async () => {
    const { page, close } = await open();
    const link = itemOf(page).locator('.event-more');
    const [name, text] = [(await link.getAttribute('aria-label')) ?? '', (await link.textContent()) ?? ''];
    await close();
    expect(name).toContain(text);
  });
});
