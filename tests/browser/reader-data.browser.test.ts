import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { filterStrings } from '../../src/app/filter/filter-strings.ts';
import { readerStrings } from '../../src/app/pages/reader/reader-strings.ts';
import { undoStrings } from '../../src/app/reader/undo/undo-strings.ts';
import { type PageOptions } from '../support/browser.ts';
import { card, choose, readCards, save, seed, titles, toast, visit, waitForStore } from '../support/reader-page.ts';
import { serveTestPaper } from '../support/serve-test-paper.ts';
import { NOW } from '../support/test-paper.ts';

const paper = serveTestPaper();

async function open(path = '', options: PageOptions = {}) {
  const reader = await paper.browser.newPage({ now: NOW, isWarm: true, ...options });
  await visit(reader.page, paper.site.url + path);
  return reader;
}

describe('read marks', () => {
  test('are set by opening, by key and by menu, and keep their colour and words (READER 15)', async () => {
    const { page, errors, close } = await open('', { remoteImages: 'plate' });
    const before = await page.locator('.group').first().boundingBox();
    await card(page, 'Story 1').getByRole('link', { name: 'Story 1', exact: true }).click();
    await page.locator('.article').waitFor();
    await page.goBack();
    await card(page, 'Story 1').getByText('Read', { exact: true }).waitFor();
    expect((await page.locator('.group').first().boundingBox())?.height).toBe(before?.height);
    await page.keyboard.press('m');
    await card(page, 'Story 1').locator('.read-mark').waitFor({ state: 'detached' });
    await choose(page, 'Story 3', 'Mark all above as read');
    await toast(page).getByText('Marked 3 stories as read.').waitFor();
    expect(await readCards(page)).toEqual(['Story 0', 'Story 1', 'Story 2']);
    await page.keyboard.press('z');
    await page.locator('.card[data-read]').first().waitFor({ state: 'detached' });
    await page.locator('.mark-group button').first().click();
    await page.locator('.card[data-read]').first().waitFor();
    expect(errors).toEqual([]);
    await close();
  });
});

describe('unread stories only', () => {
  test('are listed and counted; a story that is read keeps its place until the list is left (READER 22)', async () => {
    const { page, errors, close } = await open('topics/culture/');
    await page.locator('.mark-group button').first().waitFor();
    const stories = await titles(page);
    await choose(page, stories[2] ?? '', 'Mark all above as read');
    await waitForStore(page);
    await visit(page, `${paper.site.url}topics/culture/?show=unread`);
    await page.getByText(`${stories.length - 2} unread of ${stories.length} stories`).waitFor();
    expect((await titles(page))[0]).toBe(stories[2]);
    await page.locator('.card h3 a').first().focus();
    await page.keyboard.press('m');
    await page.locator('.card[data-read]').waitFor();
    expect((await titles(page))[0]).toBe(stories[2]);
    await expect.poll(() => titles(page)).toHaveLength(stories.length - 2);
    const buttons = page.locator('.mark-group button');
    while ((await buttons.count()) > 0) await buttons.first().click();
    await waitForStore(page);
    await page.reload();
    await page.getByRole('heading', { name: filterStrings.allRead }).waitFor();
    await page.getByRole('link', { name: filterStrings.showRead }).click();
    await card(page, stories[0] ?? '').waitFor();
    expect(errors).toEqual([]);
    await close();
  });

  test('are a choice of the panel, which also has the number of new stories of each topic', async () => {
    const { page, errors, close } = await open('settings/');
    await seed(page, { newestAt: '2026-11-23T01:00:00Z', seenAt: '2026-11-23T06:00:00Z' });
    await visit(page, paper.site.url);
    await page.click('.all-topics');
    await page.locator('.filter-row', { hasText: 'Space' }).getByText('2 new').waitFor();
    await page.locator('.filter-row', { hasText: 'Science' }).first().getByText('3 new').waitFor();
    await page.locator('label', { hasText: filterStrings.panel.unread }).getByText('28+').click();
    await page.waitForURL('**/?show=unread');
    await page.getByText('28 unread of 30 stories').waitFor();
    expect(errors).toEqual([]);
    await close();
  });
});

describe('hidden stories', () => {
  test('leave the list at once, are counted and shown on demand, and are listed in the settings (READER 22)', async () => {
    const { page, errors, close } = await open();
    await choose(page, 'Story 1', 'Hide stories like this…', 'Hide Culture for good');
    await card(page, 'Story 1').waitFor({ state: 'hidden' });
    expect(await card(page, 'Story 8').isVisible()).toBe(false);
    await page.locator('.hidden-note', { hasText: '5 hidden' }).waitFor({ state: 'attached' });
    await page.locator('.hidden-note').getByRole('button', { name: 'Show' }).click();
    await card(page, 'Story 8').waitFor();
    await waitForStore(page);
    await visit(page, `${paper.site.url}topics/culture/`);
    await page.getByRole('heading', { name: /^All \d+ stories here are hidden\.$/ }).waitFor();
    await page.getByRole('link', { name: 'What you hide' }).click();
    await page.getByRole('button', { name: readerStrings.hidden.showAgain({ name: 'Culture' }) }).click();
    await page.getByRole('heading', { name: readerStrings.hidden.none }).waitFor();
    await page.getByLabel(readerStrings.hidden.word).fill('story 4');
    await page.getByRole('button', { name: readerStrings.hidden.addForAWeek }).click();
    await page.getByText(/^Word, until .*30 November 2026$/).waitFor();
    await waitForStore(page);
    await visit(page, paper.site.url);
    await page.locator('.hidden-note', { hasText: '1 hidden' }).waitFor({ state: 'attached' });
    expect(await card(page, 'Story 4').isVisible()).toBe(false);
    expect(errors).toEqual([]);
    await close();
  });
});

test('a word with characters of regular expressions hides titles, and breaks nothing', async () => {
  const { page, errors, close } = await open('settings/hidden/');
  await page.getByLabel(readerStrings.hidden.word).fill('story-4 [a-z]+');
  await page.getByRole('button', { name: readerStrings.hidden.addForever }).click();
  await waitForStore(page);
  await visit(page, paper.site.url);
  await card(page, 'Story 4').waitFor();
  expect(errors).toEqual([]);
  await close();
});

test('a list with hidden words is shown, if the code that hides them does not load', async () => {
  const { page, close } = await open('settings/');
  await seed(page, { words: 1 });
  await page.route(/\/tools-[^/]*\.js$/, (route) => route.abort());
  await page.goto(paper.site.url);
  await card(page, 'Story 1').waitFor();
  expect(await page.locator('html[data-filtered]').count()).toBe(0);
  await close();
});

test('followed topics come first, and their stories are collected', async () => {
  const { page, errors, close } = await open();
  await choose(page, 'Story 5', 'Follow Technology');
  await page.locator('.topic-bar-list li:nth-child(2)', { hasText: 'Technology' }).waitFor();
  await visit(page, `${paper.site.url}following/`);
  await card(page, 'Story 5').waitFor();
  expect(await page.locator('.stories h3').first().textContent()).toBe('Story 0');
  await page.getByRole('button', { name: readerStrings.following.unfollowTopic({ topic: 'Technology' }) }).click();
  await page.getByRole('heading', { name: readerStrings.following.none }).waitFor();
  expect(errors).toEqual([]);
  await close();
});

test('the first story that is not new has a mark with the last visit (READER 5)', async () => {
  const { page, close } = await open('settings/');
  await seed(page, { newestAt: '2026-11-23T09:00:00Z', seenAt: '2026-11-23T06:00:00Z' });
  await visit(page, paper.site.url);
  const mark = page.locator('.stories > li', { has: page.locator('.new-since') });
  await mark.getByText('2 new above · last visit today at 06:00').waitFor();
  expect(await mark.locator('h3').textContent()).toBe('Story 2');
  await close();
});

test('two tabs stay in step, and both keep what they do at once (READER 24)', async () => {
  const { page, context, errors, close } = await open();
  const other = await context.newPage();
  await visit(other, paper.site.url);
  await Promise.all([save(page, 'Story 1'), save(other, 'Story 2')]);
  for (const tab of [page, other]) {
    await savedCard(tab, 'Story 1').waitFor();
    await savedCard(tab, 'Story 2').waitFor();
  }
  await toast(other).getByRole('button', { name: undoStrings.undo }).click();
  await card(page, 'Story 2').locator('.save-tool[aria-pressed=false]').waitFor();
  expect(await savedCard(page, 'Story 1').count()).toBe(1);
  expect(errors).toEqual([]);
  await close();
});

test('what is saved, marked and hidden stays when the clock goes back a year, and comes right again', async () => {
  const { page, errors, close } = await open('settings/');
  await seed(page, {
    hidden: { 'word:story 4': [1, { name: 'story 4', until: Date.parse('2026-11-30T20:00:00Z') }] },
    newestAt: '2026-11-23T09:00:00Z',
    seenAt: '2026-11-23T06:00:00Z',
  });

  await page.clock.setFixedTime('2025-11-23T20:00:00Z');
  await visit(page, paper.site.url);
  await save(page, 'Story 2');
  await card(page, 'Story 3').getByRole('link', { name: 'Story 3', exact: true }).focus();
  await page.keyboard.press('m');
  // The code for keys loads with the first one, and acts on the story that then has the focus.
  await page.locator('.card[data-read] h3', { hasText: 'Story 3' }).waitFor();
  await choose(page, 'Story 1', 'Hide stories like this…', 'Hide Culture for a week');
  // The last visit is in the future.
  expect(await page.locator('.new-since').count()).toBe(0);
  await waitForStore(page);
  await page.clock.setFixedTime('2025-11-23T21:00:00Z');
  await visit(page, paper.site.url);
  await savedCard(page, 'Story 2').waitFor();
  await page.locator('.hidden-note', { hasText: '6 hidden' }).waitFor({ state: 'attached' });
  expect(await readCards(page)).toEqual(['Story 3', 'Story 6', 'Story 9']);
  expect(await page.locator('.new-since').count()).toBe(0);
  await visit(page, `${paper.site.url}settings/hidden/`);
  await page.getByText(/^Topic, until .*30 November 2025$/).waitFor();
  await page.getByText(/^Word, until .*30 November 2026$/).waitFor();

  await page.clock.setFixedTime('2026-11-24T06:00:00Z');
  await visit(page, paper.site.url);
  await savedCard(page, 'Story 2').waitFor();
  await page.locator('.hidden-note', { hasText: '1 hidden' }).waitFor({ state: 'attached' });
  expect(await card(page, 'Story 4').isVisible()).toBe(false);
  expect(await readCards(page)).toEqual(['Story 3', 'Story 6', 'Story 9']);
  expect(errors).toEqual([]);
  await page.clock.setFixedTime(NOW);
  await close();
});

const savedCard = (page: Page, title: string) => card(page, title).locator('.save-tool[aria-pressed=true]');
