import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filterStrings } from '../../src/app/filter/filter-strings.ts';
import { launchBrowser, type PageOptions, type TestBrowser } from '../support/browser.ts';
import { openHydrated } from '../support/hydration.ts';
import { watchShifts } from '../support/layout-shift.ts';
import { type StaticServer, serveFolder } from '../support/static-server.ts';
import { buildPaper, NOW, paperStories } from '../support/test-paper.ts';

let browser: TestBrowser;
let site: StaticServer;

const words = filterStrings.panel;
const PHONE: PageOptions = { width: 390, height: 844, isMobile: true, reducedMotion: 'reduce' };
const stories = paperStories(45);
const countOf = (topic: string, day = ''): number =>
  stories.filter(({ topics, publishedAt }) => topics.includes(topic) && publishedAt.startsWith(day)).length;

beforeAll(async () => {
  const folder = await buildPaper(45);
  [browser, site] = await Promise.all([launchBrowser(), serveFolder(folder)]);
});
afterAll(async () => {
  await Promise.all([browser.close(), site.close()]);
});

const open = (path = '', options: PageOptions = {}) => openHydrated(browser, site.url + path, options);

const openPanel = (page: Page): Promise<void> => page.locator('.all-topics').click();
const openSheet = (page: Page): Promise<void> => page.locator('.bottom-bar [aria-haspopup]').tap();

describe('a row', () => {
  test('is checked by a click on its name, hides a topic by a word, and leads to a page by its arrow; two can be matched', async () => {
    const { page, close } = await open();
    await openPanel(page);
    const row = page.locator('.filter-row', { hasText: 'Technology' });
    await row.getByText('Technology').click();
    await page.waitForURL(`${site.url}topics/technology/`);
    const match = page.getByRole('group', { name: words.match });
    expect(await match.count()).toBe(0);
    await page.locator('.filter-row', { hasText: 'Space' }).getByText('Space').click();
    await match.getByText(words.all, { exact: true }).click();
    await page.waitForURL(`${site.url}?topics=technology,space&match=all`);
    const hide = page.getByRole('button', { name: words.hideTopic({ topic: 'Culture' }) });
    expect(await hide.textContent()).toBe('Hide');
    await hide.click();
    await page.waitForURL(`${site.url}?topics=technology,space&match=all&not=culture`);
    const hidden = page.locator('.filter-row', { hasText: words.leftOut });
    expect(await hidden.getByRole('button', { pressed: true }).getAttribute('title')).toBe(
      words.hiddenHelp({ topic: 'Culture' }),
    );
    await page.getByRole('link', { name: words.goTo({ name: 'Paper 1' }) }).click();
    await page.waitForURL(`${site.url}providers/p1.example/`);
    expect(await page.locator('.filter-panel').count()).toBe(0);
    await close();
  });

  test('in the rail has its buttons over the count, while it is hovered or has the focus', async () => {
    const { page, close } = await open('', { width: 1600, height: 900 });
    // Until the first interaction the rail has links.
    await page.mouse.move(1, 1);
    const row = page.locator('.rail .filter-row', { hasText: 'Technology' });
    const opacity = () => row.locator('.filter-row-tools').evaluate((tools) => getComputedStyle(tools).opacity);
    expect(await opacity()).toBe('0');
    await row.getByRole('button').focus();
    expect(await opacity()).toBe('1');
    await page.getByRole('searchbox').focus();
    await row.hover();
    expect(await opacity()).toBe('1');
    await close();
  });
});

test('the bars say the filter without a shift, and no tab is the current one', async () => {
  const { page, close } = await browser.newPage({ now: NOW, remoteImages: 'plate' });
  const shifts = await watchShifts(page);
  await page.goto(`${site.url}?topics=space,physics&not=culture&provider=p0.example&period=2026-11-22`);
  const text = 'Space, Physics, not Culture, from Paper 0, Sunday, 22 November 2026';
  await page.getByRole('button', { name: `Filter ${text}` }).waitFor();
  expect(await page.locator('.topic-bar [aria-current]').count()).toBe(0);
  expect(await page.locator('.bottom-bar b').textContent()).toBe(`Filter ${text}`);
  expect(await shifts.total()).toBe(0);
  await page.goto(`${site.url}topics/space/?sort=oldest`);
  await page.getByRole('heading', { name: 'Space', level: 1 }).waitFor();
  expect(await page.locator('.all-topics').textContent()).toBe('All topics');
  expect(await page.locator('.topic-bar [aria-current]').textContent()).toBe('Science');
  await close();
});

test('the active filters are above the open panel, and the focus stays when they are removed', async () => {
  const { page, close } = await open('?topics=space,physics');
  await openPanel(page);
  const chips = page.getByRole('list', { name: filterStrings.activeFilters });
  await chips.waitFor();
  const find = await page.getByRole('searchbox').boundingBox();
  expect((await chips.boundingBox())?.y).toBeLessThan(find?.y ?? 0);
  await chips.getByRole('link', { name: /Space/ }).press('Enter');
  await page.waitForURL(`${site.url}topics/physics/`);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Physics');
  await page.keyboard.press('Enter');
  await page.waitForURL(site.url);
  await page.getByText(filterStrings.noFilter).waitFor();
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('filter-panel');
  await close();
});

test('on a phone "yesterday on a topic" needs no scrolling, the rows do not move, and today is marked', async () => {
  // In Auckland it is the 24th. Days are those of the site.
  const { page, close } = await open('', { ...PHONE, timezone: 'Pacific/Auckland' });
  await openSheet(page);
  const sheet = page.getByRole('dialog', { name: 'Filter' });
  const space = sheet.getByRole('checkbox', { name: /^Space/ });
  // They load after the topics.
  await sheet.getByRole('checkbox', { name: /^Paper 1/ }).waitFor({ state: 'attached' });
  await sheet.getByRole('button', { name: `Show ${stories.length} stories` }).waitFor();
  const before = await space.boundingBox();
  await sheet.getByRole('button', { name: words.yesterday }).tap();
  await page.waitForURL(`${site.url}?period=2026-11-22`);
  await expect.poll(() => space.boundingBox()).toEqual(before);
  await space.tap();
  await sheet.getByRole('button', { name: `Show ${countOf('Space', '2026-11-22')} stories` }).waitFor();
  expect(page.url()).toBe(`${site.url}topics/space/?period=2026-11-22`);
  expect(await sheet.locator('.filter-lists').evaluate(({ scrollTop }) => scrollTop)).toBe(0);
  await sheet.getByRole('button', { name: words.pickDate }).tap();
  expect(await sheet.locator('[aria-current=date]').textContent()).toBe('23');
  await sheet.getByRole('button', { name: words.yesterday, pressed: true }).tap();
  await sheet.getByRole('button', { name: `Show ${countOf('Space')} stories` }).waitFor();
  await close();
});

test('the topics of the panel are one below the other', async () => {
  const { page, close } = await open();
  await page.getByRole('button', { name: /^All topics/ }).click();
  const topics = page.locator('.topic-tree > li');
  await topics.first().waitFor();
  const widths = await topics.evaluateAll((items) =>
    items.map((item) => Math.round(item.getBoundingClientRect().width)),
  );
  expect(Math.min(...widths)).toBeGreaterThan(150);
  await close();
});
