import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filterStrings } from '../../src/app/filter/filter-strings.ts';
import { strings } from '../../src/app/i18n/strings.ts';
import { launchBrowser, type PageOptions, type TestBrowser } from '../support/browser.ts';
import { openHydrated } from '../support/hydration.ts';
import { watchShifts } from '../support/layout-shift.ts';
import { focusedText, isSameDocument, markDocument } from '../support/reader.ts';
import { type StaticServer, serveFolder } from '../support/static-server.ts';
import { buildPaper, NOW, type PaperStory, paperStories } from '../support/test-paper.ts';

let browser: TestBrowser;
let site: StaticServer;

const stories = paperStories(200);
const isAbout = (story: PaperStory, topic: string): boolean =>
  story.topics.includes(topic) || (topic === 'Science' && isScience(story));
const isScience = ({ topics }: PaperStory): boolean => topics.includes('Space') || topics.includes('Physics');
const titles = (found: PaperStory[]): string[] => found.slice(0, 30).map(({ title }) => title);

beforeAll(async () => {
  const folder = await buildPaper();
  [browser, site] = await Promise.all([launchBrowser(), serveFolder(folder)]);
});
afterAll(async () => {
  await Promise.all([browser.close(), site.close()]);
});

const open = (path = '', options: PageOptions = {}) => openHydrated(browser, site.url + path, options);

/** Waits until the list has these stories and no others, in any groups. */
async function expectStories(page: Page, expected: PaperStory[]): Promise<void> {
  const wanted = titles(expected);
  await page.waitForFunction((list) => {
    const shown = [...document.querySelectorAll('main .stories h3')].map((heading) => heading.textContent);
    return shown.length === list.length && list.every((title) => shown.includes(title));
  }, wanted);
}

test('checkboxes add topics, and update the address, the count and the title without loading a document', async () => {
  const { page, errors, close } = await open();
  await markDocument(page);
  await page.getByRole('button', { name: /^All topics/ }).click();
  await page.getByRole('checkbox', { name: /^Space/ }).check();
  await expectStories(
    page,
    stories.filter((story) => isAbout(story, 'Space')),
  );
  expect(page.url()).toBe(`${site.url}topics/space/`);
  await page.getByRole('checkbox', { name: /^Technology/ }).check();
  const either = stories.filter((story) => isAbout(story, 'Space') || isAbout(story, 'Technology'));
  await expectStories(page, either);
  expect(page.url()).toBe(`${site.url}?topics=space,technology`);
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Space or Technology');
  expect(await page.title()).toBe('Space or Technology · The Test Paper');
  await page.waitForFunction(
    (text) => document.getElementById('announcer')?.textContent === text,
    `${either.length} stories`,
  );
  await page.getByRole('radio', { name: 'all' }).check({ force: true });
  await expectStories(
    page,
    stories.filter((story) => isAbout(story, 'Space') && isAbout(story, 'Technology')),
  );
  await page.getByRole('button', { name: filterStrings.panel.hideTopic({ topic: 'Culture' }) }).click();
  await expectStories(
    page,
    stories.filter((story) => isAbout(story, 'Space') && isAbout(story, 'Technology') && !isAbout(story, 'Culture')),
  );
  expect(page.url()).toBe(`${site.url}?topics=space,technology&match=all&not=culture`);
  expect(await isSameDocument(page)).toBe(true);
  expect(errors).toEqual([]);
  await close();
});

test('choices of one session share a history entry, and their address restores them', async () => {
  const { page, close } = await open();
  await page.getByRole('button', { name: /^All topics/ }).click();
  await page.getByRole('checkbox', { name: /^Physics/ }).check();
  await page.getByRole('checkbox', { name: /^Culture/ }).check();
  await page.getByRole('checkbox', { name: 'Paper 1' }).check();
  await page.getByRole('button', { name: '7 days' }).click();
  const address = `${site.url}?topics=physics,culture&provider=p1.example&period=week`;
  await page.waitForURL(address);
  const wanted = stories.filter(
    (story) =>
      (isAbout(story, 'Physics') || isAbout(story, 'Culture')) &&
      story.domain === 'p1.example' &&
      story.publishedAt >= '2026-11-17',
  );
  expect(wanted.length).toBeGreaterThan(2);
  await expectStories(page, wanted);
  await page.goBack();
  await page.waitForURL(site.url);
  await expectStories(page, stories);
  await page.goForward();
  await page.waitForURL(address);
  await expectStories(page, wanted);
  await page.reload();
  await expectStories(page, wanted);
  await close();
});

test('an address with a filter shows no other stories before, and nothing shifts', async () => {
  const { page, errors, close } = await browser.newPage({ now: NOW, remoteImages: 'plate' });
  const shifts = await watchShifts(page);
  await page.addInitScript(() => {
    localStorage.setItem('broadsheet:density', 'list');
    const visibleTitles = new Set<string>();
    Object.assign(window, { visibleTitles });
    const record = (): void => {
      // Nothing is painted before the style sheet has loaded.
      const isStyled = document.body && getComputedStyle(document.body).overflowWrap === 'anywhere';
      for (const heading of isStyled ? document.querySelectorAll('main h3 a') : [])
        if (getComputedStyle(heading).visibility === 'visible') visibleTitles.add(heading.textContent ?? '');
      requestAnimationFrame(record);
    };
    requestAnimationFrame(record);
  });
  await page.goto(`${site.url}?topics=culture&sort=oldest`, { waitUntil: 'networkidle' });
  const wanted = stories.filter((story) => isAbout(story, 'Culture')).toReversed();
  await expectStories(page, wanted);
  const shown = () =>
    page.evaluate(() => [...(window as unknown as { visibleTitles: Set<string> }).visibleTitles].toSorted());
  await expect.poll(shown).toEqual(titles(wanted).toSorted());
  expect(await shifts.total()).toBe(0);
  expect(errors).toEqual([]);
  await close();
});

test('active filters can be removed one by one, and all at once', async () => {
  const { page, close } = await open('?topics=space,physics&match=all&not=culture&provider=p0.example&sort=oldest');
  const activeFilters = page.getByRole('list', { name: filterStrings.activeFilters });
  await activeFilters.getByText('from Paper 0').waitFor();
  const nameOf = (link: Element): string | null => link.getAttribute('aria-label') ?? link.textContent;
  const links = await activeFilters.getByRole('link').all();
  expect(await Promise.all(links.map((link) => link.evaluate(nameOf)))).toEqual([
    'Remove: Space',
    'Remove: Physics',
    'Remove: not Culture',
    'Remove: from Paper 0',
    'Remove: oldest first',
    'Clear',
  ]);
  await activeFilters.getByRole('link', { name: 'Remove: not Culture' }).click();
  await page.waitForURL(`${site.url}?topics=space,physics&match=all&provider=p0.example&sort=oldest`);
  expect(await focusedText(page)).toBe('Space and Physics');
  await activeFilters.getByRole('link', { name: 'Clear' }).click();
  await page.waitForURL(site.url);
  await expectStories(page, stories);
  await close();
});

test('without matches the page shows the active filters, and links to a less strict filter that has matches', async () => {
  const { page, close } = await open('?topics=space,society&match=all');
  const [space, society] = ['Space', 'Society'].map((topic) => stories.filter((story) => isAbout(story, topic)));
  await page.getByRole('heading', { name: filterStrings.none.both }).waitFor();
  await page
    .getByText(`There are ${space?.length} stories about Space and ${society?.length} stories about Society`)
    .waitFor();
  await page
    .getByRole('link', { name: `Show either topic, ${(space?.length ?? 0) + (society?.length ?? 0)} stories` })
    .click();
  await page.waitForURL(`${site.url}?topics=space,society`);
  await page.goto(`${site.url}?topics=culture&provider=p2.example&period=2026-11`);
  const broader = stories.filter((story) => isAbout(story, 'Culture') && story.domain === 'p2.example');
  await expectStories(
    page,
    broader.filter(({ publishedAt }) => publishedAt >= '2026-11'),
  );
  await page.goto(`${site.url}?topics=culture&provider=p2.example&period=day&not=space`);
  await page.getByRole('heading', { name: filterStrings.none.filter }).waitFor();
  await page.getByText(filterStrings.none.filters({ words: 'Culture, not Space, from Paper 2, latest day' })).waitFor();
  await page.getByRole('link', { name: 'Without “from Paper 2”, 1' }).click();
  await expectStories(page, stories.slice(1, 2));
  expect(page.url()).toBe(`${site.url}topics/culture/?not=space&period=day`);
  await close();
});

test('the calendar shows which days have stories, and filters by day and by month', async () => {
  const { page, close } = await open();
  await page.getByRole('button', { name: /^All topics/ }).click();
  await page.getByRole('button', { name: 'Pick a date' }).click();
  const days = page.locator('.news-calendar td button');
  await page.locator('.calendar-head', { hasText: 'November 2026' }).waitFor();
  expect(await days.count()).toBe(23);
  const ofDay = stories.filter(({ publishedAt }) => publishedAt.startsWith('2026-11-20'));
  await page.getByRole('button', { name: new RegExp(`^Friday,? 20 November 2026, ${ofDay.length} stories$`) }).click();
  await expectStories(page, ofDay);
  expect(page.url()).toBe(`${site.url}?period=2026-11-20`);
  await page.getByRole('button', { name: 'Earlier month' }).click();
  await page.getByRole('button', { name: 'All of October 2026' }).click();
  await page.waitForURL(`${site.url}?period=2026-10`);
  await expectStories(
    page,
    stories.filter(({ publishedAt }) => publishedAt.startsWith('2026-10')),
  );
  expect(await page.getByRole('button', { name: 'Later month' }).isEnabled()).toBe(true);
  await close();
});

test('the search finds topics and providers, highlights the match and names the parent topic', async () => {
  const { page, close } = await open();
  await page.getByRole('button', { name: /^All topics/ }).click();
  await page.locator('.filter-find input:focus').waitFor();
  await page.keyboard.type('p');
  const rows = page.locator('.filter-suggestions .filter-row');
  await page.locator('.filter-suggestions').first().waitFor();
  expect(await rows.locator('input + span').allTextContents()).toEqual(['Physics in Science', 'Space in Science']);
  expect(await page.locator('mark').allTextContents()).toEqual(['P', 'p']);
  await page.keyboard.type('aper 3');
  await page.getByRole('checkbox', { name: 'Paper 3' }).check();
  await expectStories(
    page,
    stories.filter(({ domain }) => domain === 'p3.example'),
  );
  expect(page.url()).toBe(`${site.url}providers/p3.example/`);
  await page.getByPlaceholder('Topic or provider').fill('zzz');
  await page.getByText(filterStrings.panel.noneFound({ query: 'zzz' })).waitFor();
  await close();
});

test('with "All", counts say how many stories would remain, and topics without any are marked', async () => {
  const { page, close } = await open('?topics=space,physics&match=all');
  await page.locator('.all-topics').click();
  const both = stories.filter((story) => isAbout(story, 'Space') && isAbout(story, 'Physics'));
  const rowOf = (topic: string) => page.locator('.topic-tree .filter-row', { hasText: topic });
  const remaining = both.filter((story) => isAbout(story, 'Technology')).length;
  await rowOf('Technology').getByText(`${remaining} stories`).waitFor();
  await rowOf('Society').and(page.locator('[data-empty]')).waitFor();
  expect(await rowOf('Technology').getAttribute('data-empty')).toBeNull();
  await close();
});

test('on a phone the button at the bottom of the sheet shows the stories', async () => {
  const { page, close } = await open('', { width: 390, height: 844, isMobile: true });
  await page.getByRole('link', { name: /^Topics/ }).click();
  const sheet = page.getByRole('dialog', { name: 'Filter' });
  await sheet.getByRole('checkbox', { name: /^Physics/ }).tap();
  const physics = stories.filter((story) => isAbout(story, 'Physics'));
  const show = sheet.getByRole('button', { name: `Show ${physics.length} stories` });
  const box = await show.boundingBox();
  expect(box?.height).toBeGreaterThanOrEqual(44);
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeGreaterThan(800);
  await show.tap();
  await sheet.waitFor({ state: 'detached' });
  await expectStories(page, physics);
  await close();
});

test('a list of 150 stories continues on a page of its own', async () => {
  const { page, close } = await open('?sort=oldest');
  const older = page.getByRole('link', { name: 'Newer stories' });
  for (const count of [60, 90, 120, 150]) {
    await older.click();
    await page.waitForFunction((wanted) => document.querySelectorAll('.stories > li').length === wanted, count);
  }
  expect(await older.getAttribute('href')).toBe('/?sort=oldest&page=6');
  await older.click();
  await page.waitForURL('**/?sort=oldest&page=6');
  await expectStories(page, stories.slice(20, 50).toReversed());
  await page.getByText('Stories 151 to 180 of 200.').waitFor();
  await close();
});

test('a filter whose files fail to load shows an error with a button to retry', async () => {
  const { page, close } = await open();
  site.faults.set('data/feeds/topics/culture/positions.json', 'truncated');
  await page.goto(`${site.url}?topics=culture,space`);
  await page.getByRole('heading', { name: strings.failed.stories }).waitFor();
  site.faults.clear();
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('alert').waitFor({ state: 'detached' });
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Culture or Space');
  await expectStories(
    page,
    stories.filter((story) => isAbout(story, 'Culture') || isAbout(story, 'Space')),
  );
  await close();
});

test('an article stays visible if its address has the query of a filter', async () => {
  const { page, close } = await open('articles/story-1/?page=2&topics=space');
  expect(await page.locator('h1').evaluate((heading) => getComputedStyle(heading).visibility)).toBe('visible');
  expect(await page.locator('.source-links').evaluate((links) => getComputedStyle(links).visibility)).toBe('visible');
  await close();
});

test('on wide screens the filter panel is beside the stories, and shifts nothing when it loads', async () => {
  const { page, errors, close } = await browser.newPage({ width: 1600, height: 900, now: NOW, remoteImages: 'plate' });
  const shifts = await watchShifts(page);
  await page.goto(site.url, { waitUntil: 'networkidle' });
  const rail = page.getByRole('complementary', { name: 'Topics' });
  // Until the first interaction it has links.
  await rail.getByRole('link', { name: 'Culture' }).waitFor();
  await page.mouse.move(1, 1);
  await rail.getByRole('checkbox', { name: /^Culture/ }).waitFor();
  const [topics, list] = await Promise.all([rail.boundingBox(), page.locator('#main').boundingBox()]);
  expect((topics?.x ?? 0) + (topics?.width ?? 0)).toBeLessThan(list?.x ?? 0);
  expect(await page.getByRole('button', { name: 'All topics' }).isVisible()).toBe(false);
  expect(await rail.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
  await rail.getByRole('checkbox', { name: /^Culture/ }).check();
  await expectStories(
    page,
    stories.filter((story) => isAbout(story, 'Culture')),
  );
  expect(page.url()).toBe(`${site.url}topics/culture/`);
  expect(await shifts.total()).toBe(0);
  expect(errors).toEqual([]);
  await close();
});
