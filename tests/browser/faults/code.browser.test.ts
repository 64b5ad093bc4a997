import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { strings } from '../../../src/app/i18n/strings.ts';
import { settingsStrings } from '../../../src/app/pages/settings/settings-strings.ts';
import {
  expectInView,
  expectWholePage,
  interact,
  newFaultyPage,
  notice,
  openFaultyPage,
  sample,
  serveFaultyPaper,
} from '../../support/faults.ts';
import { waitForHydration } from '../../support/hydration.ts';
import { markDocument } from '../../support/reader.ts';
import type { Fault } from '../../support/static-server.ts';

/* Code that loads later, and does not come. `src/app/README.md` has a table of what the reader sees. */

const paper = serveFaultyPaper();

/** Makes the chunks of these modules fail. */
const breakCode = (fault: Fault, ...modules: string[]): void => {
  paper.site.failing = (file) => (modules.some((module) => file.startsWith(`assets/${module}-`)) ? fault : undefined);
};

const isMarked = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.hasAttribute('data-marked'));

const PAGES = [
  ['an article', 'article-page', async (page: Page) => page.locator('.card h3 a').first().click()],
  ['the settings', 'settings-page', async (page: Page) => page.locator('.page-footer').getByText('Settings').click()],
  ['the saved stories', 'reader-page', async (page: Page) => page.locator('a.tool[href$="/saved/"]').first().click()],
  ['a search', 'search-page', async (page: Page) => page.locator('a.tool[href$="/search/"]').first().click()],
  ['the other order', 'filter-page', async (page: Page) => page.locator('.sort-link').click()],
] as const;

describe.each(sample(PAGES))('the code of %s', (_name, module, follow) => {
  test.each(sample<Fault>([404, 'html', 'cut']))('that fails (%s): a message, and the retry works', async (fault) => {
    const { page, uncaught, close } = await openFaultyPage(paper.browser, paper.site.url);
    breakCode(fault, module);
    await interact(page);
    await markDocument(page);
    await follow(page);
    await page.getByRole('alert').getByText(strings.failed.page).waitFor();
    await expectWholePage(page);
    paper.site.failing = undefined;
    await page.getByRole('alert').getByRole('button').click();
    await page.getByRole('alert').waitFor({ state: 'detached' });
    await expectWholePage(page);
    expect(await isMarked(page), 'no reload').toBe(true);
    expect(uncaught()).toEqual([]);
    await close();
  });

  test('that never comes: the page before stays, then a message, and the retry works', async () => {
    const { page, passTime, uncaught, close } = await openFaultyPage(paper.browser, paper.site.url);
    const title = await page.title();
    breakCode('silent', module);
    await interact(page);
    await follow(page);
    await passTime(1000);
    await notice(page).getByText(strings.loading).waitFor();
    expect(await page.title()).toBe(title);
    await expectWholePage(page);
    await passTime(10_000);
    await page.getByRole('alert').getByText(strings.failureReasons.slow).waitFor();
    await expectWholePage(page);
    paper.site.failing = undefined;
    await page.getByRole('alert').getByRole('button').click();
    await page.getByRole('alert').waitFor({ state: 'detached' });
    expect(uncaught()).toEqual([]);
    await close();
  });
});

test('a page whose code does not come while the line is down appears by itself when it is back', async () => {
  const { page, context, passTime, uncaught, close } = await openFaultyPage(paper.browser, paper.site.url);
  await context.setOffline(true);
  await notice(page).getByText(strings.failureReasons.offline).waitFor();
  await page.locator('.page-footer').getByText('Settings').click();
  await page.getByRole('alert').getByText(strings.failureReasons.offline).waitFor();
  await context.setOffline(false);
  await passTime(3000);
  await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor();
  await expect.poll(() => notice(page).textContent()).toBe('');
  expect(uncaught()).toEqual([]);
  await close();
});

test('a dependency that is gone can only be had by a reload, and the message says so', async () => {
  const { page, uncaught, close } = await openFaultyPage(paper.browser, paper.site.url);
  breakCode(404, 'settings-controls', 'settings-page', 'segmented-control');
  await page.locator('.page-footer').getByText('Settings').click();
  await page.getByRole('alert').getByText(strings.failureReasons.missing).waitFor();
  breakCode(404, 'segmented-control');
  await page.getByRole('alert').getByRole('button', { name: strings.tryAgain }).click();
  await page.getByRole('alert').getByRole('button', { name: strings.tryAgain }).click();
  await page.getByRole('alert').getByText(strings.failureReasons.stuck).waitFor();
  paper.site.failing = undefined;
  await page.getByRole('alert').getByRole('button', { name: strings.reload }).click();
  await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor();
  expect(uncaught()).toEqual([]);
  await close();
});

describe('controls whose code fails say so, and the retry works', () => {
  test.each(sample([390, 1280]))('the filter panel at %i px', async (width) => {
    const { page, uncaught, close } = await openFaultyPage(paper.browser, paper.site.url, { width });
    await interact(page);
    breakCode(404, 'filter-panel', 'filter-sheet');
    await page.locator('.all-topics:visible, .bottom-bar:visible [aria-haspopup]').first().click();
    await notice(page).getByText(strings.failureReasons.missing).waitFor();
    await expectInView(page, '#notice button');
    paper.site.failing = undefined;
    await notice(page).getByRole('button', { name: strings.tryAgain }).click();
    await page.locator('.filter-panel input').first().waitFor();
    await expect.poll(() => notice(page).textContent()).toBe('');
    expect(uncaught()).toEqual([]);
    await close();
  });

  test('keyboard shortcuts', async () => {
    const { page, uncaught, close } = await openFaultyPage(paper.browser, paper.site.url);
    await interact(page);
    breakCode(404, 'keyboard');
    await page.keyboard.press('?');
    await notice(page).getByText(strings.failureReasons.missing).waitFor();
    paper.site.failing = undefined;
    await notice(page).getByRole('button', { name: strings.tryAgain }).click();
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    expect(uncaught()).toEqual([]);
    await close();
  });

  test.each(sample([''], 0))('the button of the settings that shows the shortcuts', async () => {
    const { page, uncaught, close } = await openFaultyPage(paper.browser, `${paper.site.url}settings/`);
    breakCode(404, 'keyboard');
    await page.getByRole('button', { name: settingsStrings.showShortcuts }).click();
    await notice(page).getByText(strings.failureReasons.missing).waitFor();
    paper.site.failing = undefined;
    await notice(page).getByRole('button', { name: strings.tryAgain }).click();
    await page.getByRole('dialog').waitFor();
    expect(uncaught()).toEqual([]);
    await close();
  });

  test.each(sample([''], 0))('the settings over a page', async () => {
    const { page, uncaught, close } = await openFaultyPage(paper.browser, paper.site.url);
    await interact(page);
    breakCode('cut', 'settings-sheet');
    await page.locator('.masthead').getByText('Settings').click();
    await notice(page).getByRole('button', { name: strings.tryAgain }).waitFor();
    paper.site.failing = undefined;
    await notice(page).getByRole('button', { name: strings.tryAgain }).click();
    await page.getByRole('dialog', { name: 'Settings' }).waitFor();
    expect(uncaught()).toEqual([]);
    await close();
  });

  test('the tools of the cards', async () => {
    const { page, uncaught, close } = await openFaultyPage(paper.browser, paper.site.url);
    breakCode(404, 'tools', 'on-first-interaction');
    await page.mouse.move(300, 300);
    await notice(page).getByText(strings.failureReasons.missing).waitFor();
    paper.site.failing = undefined;
    await notice(page).getByRole('button', { name: strings.tryAgain }).click();
    await page.locator('.save-tool').first().waitFor();
    expect(uncaught()).toEqual([]);
    await close();
  });
});

test('a page opened as a document whose code does not come stays as it is, and says so', async () => {
  const { page, uncaught, close } = await newFaultyPage(paper.browser);
  breakCode(404, 'article-page');
  await page.goto(`${paper.site.url}articles/story-1/`);
  await notice(page).getByText(strings.failureReasons.missing).waitFor();
  expect(await page.textContent('h1')).toBe('Story 1');
  paper.site.failing = undefined;
  await notice(page).getByRole('button', { name: strings.tryAgain }).click();
  await waitForHydration(page);
  expect(uncaught()).toEqual([]);
  await close();
});

test.each(
  sample(
    [
      ['a filter', '?sort=oldest'],
      ['the page for other addresses', 'nowhere/'],
      ['a list', ''],
    ],
    2,
  ),
)('%s whose first script is gone says so, and is not blank', async (_name, path) => {
  const { page, uncaught, close } = await newFaultyPage(paper.browser);
  paper.site.failing = (file) => (/^assets\/index-.*js$/.test(file) ? 404 : undefined);
  await page.goto(paper.site.url + path);
  await notice(page).getByText('A part of this page could not be loaded').waitFor();
  expect(await page.evaluate(() => document.documentElement.dataset['filtered'])).toBeUndefined();
  await expectInView(page, '#notice');
  expect(uncaught()).toEqual([]);
  await close();
});
