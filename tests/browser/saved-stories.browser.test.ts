import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { toolsStrings } from '../../src/app/article/tools/text/tools-strings.ts';
import { readerStrings } from '../../src/app/pages/reader/reader-strings.ts';
import { actionStrings } from '../../src/app/reader/actions/action-strings.ts';
import { undoStrings } from '../../src/app/reader/undo/undo-strings.ts';
import type { Article } from '../../src/model/article.ts';
import { waitForHydration } from '../support/hydration.ts';
import { card, choose, interact, save, titles, toast, visit, waitForStore } from '../support/reader-page.ts';
import { serveTestPaper } from '../support/serve-test-paper.ts';
import { BODY_STORY, NOW } from '../support/test-paper.ts';

const words = readerStrings.saved;

const paper = serveTestPaper();

async function open(path = '') {
  const reader = await paper.browser.newPage({ now: NOW, isWarm: true });
  await visit(reader.page, paper.site.url + path);
  return reader;
}

const isSaved = (page: Page, title: string): Promise<void> =>
  card(page, title).locator('.save-tool[aria-pressed=true]').waitFor();

test('saved stories are kept after a reload, counted, searched, and removed with undo (READER 23)', async () => {
  const { page, errors, close } = await open();
  await save(page, 'Story 1');
  await save(page, 'Story 12');
  await toast(page).getByText(actionStrings.saved).waitFor();
  await waitForStore(page);
  await visit(page, `${paper.site.url}saved/`);
  await page.locator('.masthead-tools [data-count="2"]').waitFor();
  await expect.poll(() => titles(page)).toEqual(['Story 12', 'Story 1']);
  await page.getByRole('searchbox').fill('no such words');
  await page.getByRole('heading', { name: words.nothingFound }).waitFor();
  await page.getByRole('searchbox').fill('number 12');
  await card(page, 'Story 12').waitFor();
  expect(await titles(page)).toEqual(['Story 12']);
  await page.getByRole('button', { name: words.removeFound }).click();
  await page.getByRole('button', { name: words.clearSearch }).click();
  await card(page, 'Story 1').waitFor();
  expect(await titles(page)).toEqual(['Story 1']);
  await page.keyboard.press('z');
  await card(page, 'Story 12').waitFor();
  await page.getByText(words.orders.topic, { exact: true }).click();
  await page.locator('.group-heading', { hasText: 'Culture' }).waitFor();
  expect(errors).toEqual([]);
  await close();
});

test('a story is saved although the page is reloaded in the same moment', async () => {
  const { page, errors, close } = await open();
  const button = card(page, 'Story 1').locator('.save-tool');
  await Promise.all([
    page.waitForEvent('load'),
    button.evaluate((element: HTMLElement) => {
      element.click();
      location.reload();
    }),
  ]);
  await waitForHydration(page);
  await interact(page);
  await isSaved(page, 'Story 1');
  await waitForStore(page);
  await visit(page, `${paper.site.url}saved/`);
  await card(page, 'Story 1').waitFor();
  expect(await titles(page)).toEqual(['Story 1']);
  expect(errors).toEqual([]);
  await close();
});

test('saved stories are marked on the card and the article, by button and by key', async () => {
  const { page, close } = await open();
  await card(page, 'Story 3').getByRole('link', { name: 'Story 3', exact: true }).focus();
  await page.keyboard.press('s');
  await isSaved(page, 'Story 3');
  await card(page, 'Story 3').getByRole('link', { name: 'Story 3', exact: true }).click();
  await page.locator('.article-tools .save-tool[aria-pressed=true]').waitFor();
  await page.keyboard.press('s');
  await page.locator('.article-tools .save-tool[aria-pressed=false]').waitFor();
  await toast(page).getByRole('button', { name: undoStrings.undo }).click();
  await page.locator('.article-tools .save-tool[aria-pressed=true]').waitFor();
  expect(await page.locator('.article-tools .save-tool').textContent()).toBe('Saved');
  await close();
});

test('a saved story of a hidden topic stays in the list of saved stories', async () => {
  const { page, close } = await open();
  await save(page, 'Story 1');
  await choose(page, 'Story 1', 'Hide stories like this…', 'Hide Culture for good');
  await waitForStore(page);
  await visit(page, `${paper.site.url}saved/`);
  await card(page, 'Story 1').waitFor();
  expect(await titles(page)).toEqual(['Story 1']);
  await close();
});

const SAVED = `Story ${BODY_STORY}`;
const FILE = `data/articles/story-${BODY_STORY}.json`;

/** Saves the story with a body, and waits until the body is kept. */
async function keepStory(page: Page): Promise<void> {
  await save(page, SAVED);
  const countKept = () =>
    page.evaluate(async () => {
      const request = indexedDB.open('broadsheet /');
      const database = await new Promise<IDBDatabase>((resolve) => {
        request.onsuccess = () => resolve(request.result);
      });
      const keys = database.transaction('articles').objectStore('articles').getAllKeys();
      const found = await new Promise<IDBValidKey[]>((resolve) => {
        keys.onsuccess = () => resolve(keys.result);
      });
      database.close();
      return found.length;
    });
  await expect.poll(countKept).toBe(1);
}

/** Publishes other content at the address of that story. */
const publishInstead = (page: Page, change: Partial<Article>): Promise<unknown> =>
  page.route(`**/${FILE}`, async (route) => {
    const article = (await (await route.fetch()).json()) as Article;
    await route.fulfill({ json: { ...article, ...change } });
  });

async function checkCopy(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1, name: SAVED, exact: true }).waitFor();
  await page.getByText(/This is the copy that you saved on Monday,? 23 November 2026\./).waitFor();
  await page.getByRole('heading', { name: 'What a story may say' }).waitFor();
}

test('saved stories stay readable when the paper withdraws them, with body and links, and say so', async () => {
  const { page, errors, close } = await open();
  await keepStory(page);
  await page.route(`**/${FILE}`, (route) => route.fulfill({ status: 404 }));
  await visit(page, `${paper.site.url}saved/`);
  await page.getByRole('link', { name: SAVED, exact: true }).click();
  await page.getByText(words.withdrawn).waitFor();
  await checkCopy(page);
  expect(errors.filter((error) => !error.includes('404'))).toEqual([]);
  await close();
});

test('a saved story stays as it was saved when its address has another story, and both pages say so', async () => {
  const { page, errors, close } = await open();
  await keepStory(page);
  await publishInstead(page, { title: 'Another one', publishedAt: '2026-11-24T10:00:00Z', body: ['Of the other.'] });
  await visit(page, `${paper.site.url}saved/`);
  await page.getByText(words.replaced).waitFor();
  expect(await titles(page)).toEqual([SAVED]);
  await page.getByRole('link', { name: words.openCopy }).click();
  await checkCopy(page);
  await page.goBack();
  await page.getByRole('link', { name: SAVED, exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Another one' }).waitFor();
  await page.getByText(toolsStrings.otherStory({ title: SAVED })).waitFor();
  await page.getByRole('link', { name: toolsStrings.openCopy }).click();
  await checkCopy(page);
  expect(errors).toEqual([]);
  await close();
});

test('a saved story whose title is corrected is the same story', async () => {
  const { page, errors, close } = await open();
  await keepStory(page);
  await publishInstead(page, { title: 'Corrected' });
  await visit(page, `${paper.site.url}saved/`);
  await page.getByRole('link', { name: SAVED, exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Corrected' }).waitFor();
  await page.locator('.article-tools .save-tool[aria-pressed=true]').waitFor();
  expect(await page.getByText(toolsStrings.otherStory({ title: SAVED })).count()).toBe(0);
  await page.goBack();
  await card(page, SAVED).waitFor();
  expect(await page.getByText(words.replaced).count()).toBe(0);
  expect(errors).toEqual([]);
  await close();
});
